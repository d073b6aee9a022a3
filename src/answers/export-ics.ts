import { addDays, type Day, spanOf } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';
import type { EventStatus } from '../domain/ledger.ts';
import type { Relationship } from '../domain/relationship.ts';
import { contentLine, escapeIcsText } from './content-line.ts';
import type { ExportJson } from './export-json.ts';
import { type ExportSource, exportSources } from './export-sources.ts';

type EventJson = ExportJson['events'][number];

const STATUSES: Readonly<Record<EventStatus, string>> = {
  announced: 'TENTATIVE',
  'under-way': 'CONFIRMED',
  held: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
};

interface Calendar {
  readonly relationship: Relationship;
  /** When the calendar is written. */
  readonly now: Instant;
}

/** The events as all-day entries of an iCalendar file (RFC 5545). One known to a month fills the month. */
export function exportIcs({ articles, events }: ExportJson, { relationship, now }: Calendar): string {
  const sourcesOf = exportSources(articles);
  const entries = events.flatMap((event) => {
    const days = daysOf(event);
    if (days === null) return [];
    return [
      contentLine('BEGIN', 'VEVENT'),
      contentLine('UID', `${event.id}@dragoman`),
      contentLine('DTSTAMP', utcStamp(now)),
      contentLine('DTSTART;VALUE=DATE', dateOf(days.from)),
      contentLine('DTEND;VALUE=DATE', dateOf(days.end)),
      contentLine('SUMMARY', escapeIcsText(event.title)),
      ...placeLine(event, relationship),
      contentLine('DESCRIPTION', escapeIcsText(description(event, sourcesOf(event.evidence)))),
      contentLine('CATEGORIES', escapeIcsText(event.kind)),
      contentLine('STATUS', STATUSES[event.status]),
      contentLine('TRANSP', 'TRANSPARENT'),
      contentLine('END', 'VEVENT'),
    ];
  });
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Dragoman//Events//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('NAME', escapeIcsText(relationship.name)),
    ...entries,
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

/** `end` is the day after the last one, as iCalendar counts. */
function daysOf({ from, to }: EventJson): { readonly from: Day; readonly end: Day } | null {
  const first = spanOf(from);
  const last = spanOf(to);
  return first === null || last === null ? null : { from: first.fromDay, end: addDays(last.toDay, 1) };
}

function placeLine({ place }: EventJson, { places }: Relationship): readonly string[] {
  if (place === null) return [];
  const name = places.find(({ id }) => id === place)?.name ?? place;
  return [contentLine('LOCATION', escapeIcsText(name))];
}

function description({ status, participants }: EventJson, sources: readonly ExportSource[]): string {
  return [
    status,
    ...participants.map(({ name, office }) => (office === null ? name : `${name}, ${office}`)),
    ...sources.map(({ title, url, source }) => `${title} (${url ?? source})`),
  ].join('\n');
}

function dateOf(day: Day): string {
  return day.replaceAll('-', '');
}

/** `20260204T093000Z` */
function utcStamp(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
