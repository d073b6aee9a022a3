import { addDays, type Day, dayOf, isDay } from '../domain/day.ts';
import type { AheadTold } from '../domain/edition-plan.ts';
import type { NewsEvent } from '../domain/ledger.ts';
import type { Anniversary } from '../domain/relationship.ts';
import type { Material, Section } from './edition-request.ts';
import { lastTold, shownEvent } from './event-news.ts';
import { isParticular, isWanted } from './is-wanted.ts';
import { DAYS_AHEAD } from './snapshot.ts';
import { anniversaryKey, eventKey } from './told-keys.ts';

/** Announced events and anniversaries of the next days, the nearest first, without those in `shown`. */
export function lookAhead(material: Material, shown: readonly NewsEvent[]): Section<AheadTold> {
  const { period } = material.request;
  const fromDay = dayOf(period.toAt - 1, period.zone);
  const toDay = addDays(fromDay, DAYS_AHEAD);
  const shownIds = new Set(shown.map(({ id }) => id));
  const announced = material.snapshot.events.filter(
    (event) =>
      isAnnounced(event, fromDay, toDay) && !shownIds.has(event.id) && isWantedAhead(event, material),
  );
  const rows: AheadTold[] = [
    ...announced.map(
      (event): AheadTold => ({
        ...{ kind: 'event', day: event.fromDay },
        event: shownEvent(event, material),
      }),
    ),
    ...anniversariesBetween(fromDay, toDay, material),
  ];
  const sorted = rows.toSorted((a, b) => a.day.localeCompare(b.day));
  return { rows: sorted, told: sorted.map(keyOf) };
}

function isAnnounced({ status, precision, fromDay }: NewsEvent, from: Day, to: Day): boolean {
  return status === 'announced' && precision === 'day' && fromDay >= from && fromDay <= to;
}

/** What was told of it once is said again only when it changes, among the developments. */
function isWantedAhead(event: NewsEvent, material: Material): boolean {
  const subject = material.snapshot.subjectOf.ofEvent(event);
  return isWanted(subject, material.request) && lastTold(event, material) === null;
}

/** Whoever asked for something in particular did not ask for anniversaries. */
function anniversariesBetween(
  fromDay: Day,
  toDay: Day,
  { request, relationship, told }: Material,
): readonly AheadTold[] {
  if (isParticular(request.interest)) return [];
  return relationship.anniversaries.flatMap((anniversary) => {
    const day = nextReturn(anniversary, fromDay);
    const years = Number(day.slice(0, 4)) - Number(anniversary.on.slice(0, 4));
    const isNear = day <= toDay && years > 0;
    return isNear && !told.has(anniversaryKey(anniversary.id, day))
      ? [{ kind: 'anniversary', day, anniversary, years }]
      : [];
  });
}

/** 29 February is kept on 28 February in other years. */
function nextReturn({ on }: Anniversary, fromDay: Day): Day {
  const inYear = (year: number): Day => {
    const day = `${year}${on.slice(4)}`;
    return isDay(day) ? day : `${year}-02-28`;
  };
  const year = Number(fromDay.slice(0, 4));
  const thisYear = inYear(year);
  return thisYear >= fromDay ? thisYear : inYear(year + 1);
}

function keyOf(row: AheadTold): string {
  return row.kind === 'event' ? eventKey(row.event) : anniversaryKey(row.anniversary.id, row.day);
}
