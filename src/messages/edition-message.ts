import { addDays, dayOf } from '../domain/day.ts';
import type { EditionPlan, Period } from '../domain/edition-plan.ts';
import type { Block, Entry, Message } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { entries, heading, paragraph } from './blocks.ts';
import { agreementToldEntry, aheadEntry, storyToldEntry } from './edition-lines.ts';
import { eventEntry } from './event-line.ts';
import { bold, italic, text } from './inline.ts';
import { entry } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { showInstant, showSpan } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** One digest: what it covers, then a section each for stories, events, agreements and what is ahead. */
export function editionMessage(plan: EditionPlan, reader: Reader): Message {
  const words = wordsIn(reader.language);
  const { name } = reader.relationship;
  const late = plan.due?.isLate ? [paragraph([italic(lateWords(plan.due.at, plan.period, words))])] : [];
  if (isQuiet(plan)) {
    return { blocks: [paragraph(words.digest.nothing(name, periodWords(plan, words))), ...late] };
  }
  return {
    blocks: [
      heading(words.digest.heading(name)),
      paragraph(words.digest.holds(periodWords(plan, words), countWords(plan, words))),
      ...late,
      ...sections(plan, reader),
    ],
  };
}

export function isQuiet({ stories, events, agreements, ahead }: EditionPlan): boolean {
  return stories.total + events.total + agreements.total + ahead.length === 0;
}

function sections(plan: EditionPlan, reader: Reader): Block[] {
  const words = wordsIn(reader.language).digest;
  const since = `since:${dayOf(plan.period.fromAt, plan.period.zone)}`;
  const { stories, events, agreements, ahead, articles } = plan;
  return [
    ...section(words.stories, [
      ...stories.rows.map((story) => storyToldEntry(story, articles, reader)),
      ...more(stories, `latest ${since}`, words),
    ]),
    ...section(words.visitsAndMeetings, [
      ...events.rows.map((event) => eventEntry(event, articles, reader)),
      ...more(events, `timeline ${since}`, words),
    ]),
    ...section(words.agreements, [
      ...agreements.rows.map((told) => agreementToldEntry(told, articles, reader)),
      ...more(agreements, 'agreements', words),
    ]),
    ...section(
      words.ahead,
      ahead.map((row) => aheadEntry(row, articles, reader)),
    ),
  ];
}

function section(name: string, rows: readonly Entry[]): Block[] {
  return rows.length === 0 ? [] : [paragraph([bold(name)]), entries(rows)];
}

function more(
  { rows, total }: { rows: readonly unknown[]; total: number },
  line: string,
  words: Words['digest'],
): Entry[] {
  if (total <= rows.length) return [];
  const left = total - rows.length;
  return [entry([text(words.more(left))], [{ label: words.showAll, command: line }])];
}

/** `2 new stories, 1 agreement`: only what there is. */
function countWords({ stories, events, agreements }: EditionPlan, { digest, counts }: Words): string {
  const found = [
    ...(stories.total === 0 ? [] : [digest.newStories(stories.total)]),
    ...(events.total === 0 ? [] : [digest.events(events.total)]),
    ...(agreements.total === 0 ? [] : [counts.agreements(agreements.total)]),
  ];
  return found.length === 0 ? digest.onlyAhead : found.join(', ');
}

/** An edition runs from one time to another; a digest over some days is asked for in days. */
function periodWords({ period, due }: EditionPlan, words: Words): string {
  const { fromAt, toAt, zone } = period;
  const fromDay = dayOf(fromAt, zone);
  const toDay = dayOf(toAt - 1, zone);
  if (due === null && toDay > addDays(fromDay, 1)) {
    return words.digest.days(showSpan({ fromDay, toDay, precision: 'day' }, words), zone);
  }
  return words.digest.period(showInstant(fromAt, zone, words), showInstant(toAt, zone, words), zone);
}

function lateWords(dueAt: number, { zone }: Period, words: Words): string {
  return words.digest.late(showInstant(dueAt, zone, words));
}
