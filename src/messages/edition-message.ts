import { addDays, dayOf } from '../domain/day.ts';
import type { EditionPlan, Period } from '../domain/edition-plan.ts';
import type { Block, Inlines, Message } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { agreementToldLine, aheadLine, storyToldLine } from './edition-lines.ts';
import { eventLine } from './event-line.ts';
import { bold, code, italic, text } from './inline.ts';
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
      ...stories.rows.map((story) => storyToldLine(story, articles, reader)),
      ...more(stories, `latest ${since}`, words),
    ]),
    ...section(words.visitsAndMeetings, [
      ...events.rows.map((event) => eventLine(event, articles, reader)),
      ...more(events, `timeline ${since}`, words),
    ]),
    ...section(words.agreements, [
      ...agreements.rows.map((told) => agreementToldLine(told, articles, reader)),
      ...more(agreements, 'agreements', words),
    ]),
    ...section(
      words.ahead,
      ahead.map((row) => aheadLine(row, articles, reader)),
    ),
  ];
}

function section(name: string, lines: readonly Inlines[]): Block[] {
  return lines.length === 0 ? [] : [paragraph([bold(name)]), bullets(lines)];
}

function more(
  { rows, total }: { rows: readonly unknown[]; total: number },
  line: string,
  words: Words['digest'],
): Inlines[] {
  return total <= rows.length ? [] : [[text(words.more(total - rows.length)), code(line)]];
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
