import type { AgreementTold, Development, Headline } from '../domain/edition-plan.ts';
import type { NewsEvent } from '../domain/ledger.ts';
import type { Entry, Inlines } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { agreementStepLine } from './agreement-line.ts';
import { type ArticlesById, citations } from './citations.ts';
import { eventEntry, eventLine } from './event-line.ts';
import { bold, joined } from './inline.ts';
import { agreementActions, entry, eventActions, storyActions } from './item-actions.ts';
import { sideName } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { showDate, showSpan } from './show-span.ts';
import { showTitle } from './show-title.ts';
import { wordsIn } from './words-in.ts';

/** Something told before, with what has changed about it: the old and the new. */
export function developmentEntry(row: Development, articles: ArticlesById, reader: Reader): Entry {
  switch (row.kind) {
    case 'event':
      return eventChangeEntry(row, articles, reader);
    case 'agreement':
      return agreementChangeEntry(row, articles, reader);
    case 'side':
      return secondSideEntry(row, articles, reader);
  }
}

/** What has changed most, as it would stand in its section. */
export function headlineEntry(headline: Headline, articles: ArticlesById, reader: Reader): Entry {
  switch (headline.kind) {
    case 'new-event':
      return eventEntry(headline.event, articles, reader);
    case 'new-agreement':
      return agreementToldEntry(headline.told, articles, reader);
    default:
      return developmentEntry(headline, articles, reader);
  }
}

/** An agreement: its name, kind, and the step that is news with its date and sources. */
export function agreementToldEntry(
  { agreement, step }: AgreementTold,
  articles: ArticlesById,
  reader: Reader,
): Entry {
  return entry(agreementStepLine(agreement, step, articles, reader), agreementActions(agreement, reader));
}

function eventChangeEntry(
  row: Extract<Development, { kind: 'event' }>,
  articles: ArticlesById,
  reader: Reader,
): Entry {
  const line = joined([
    [bold(eventChange(row, wordsIn(reader.language)))],
    eventLine(row.event, articles, reader),
  ]);
  return entry(line, eventActions(row.event, reader));
}

/** `announced → held`, `moved from 3 Feb 2026 to 4 Feb 2026`, or both. */
function eventChange({ event, was }: Extract<Development, { kind: 'event' }>, words: Words): string {
  const { eventStatuses, digest } = words;
  const status =
    was.status === event.status
      ? []
      : [digest.changed(eventStatuses[was.status], eventStatuses[event.status])];
  if (!isOtherDay(was.on, event)) return status.join('');
  const [told, now] = [showDate(was.on, words), showSpan(event, words)];
  const isVague = event.fromDay.startsWith(was.on);
  const moved = isVague ? digest.dateSet(told, now) : digest.moved(told, now);
  return [...status, moved].join(', ');
}

/** A day that the event does not hold, or a month in which it is a day now. */
function isOtherDay(was: string, { fromDay, toDay, precision }: NewsEvent): boolean {
  if (was.length < fromDay.length) return precision === 'day';
  return precision === 'day' && (was < fromDay || was > toDay);
}

function agreementChangeEntry(
  { told: { agreement, step }, was }: Extract<Development, { kind: 'agreement' }>,
  articles: ArticlesById,
  reader: Reader,
): Entry {
  const { agreementStatuses, digest } = wordsIn(reader.language);
  const change = digest.changed(agreementStatuses[was], agreementStatuses[step.status]);
  const line = joined([[bold(change)], agreementStepLine(agreement, step, articles, reader)]);
  return entry(line, agreementActions(agreement, reader));
}

function secondSideEntry(
  { story, sides, articleIds }: Extract<Development, { kind: 'side' }>,
  articles: ArticlesById,
  reader: Reader,
): Entry {
  const { digest, and } = wordsIn(reader.language);
  const names = sides.map((id) => sideName(id, reader.relationship)).join(and);
  const line: Inlines = joined([
    [bold(digest.alsoReportedBy(names))],
    showTitle(story.title, story.titleLanguage, reader),
    citations(articleIds, articles, reader),
  ]);
  return entry(line, storyActions(story, reader));
}
