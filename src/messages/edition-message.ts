import { addDays, dayOf } from '../domain/day.ts';
import type { EditionPlan } from '../domain/edition-plan.ts';
import type { Message } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { heading, paragraph } from './blocks.ts';
import { editionSections } from './edition-sections.ts';
import { italic } from './inline.ts';
import type { Reader } from './reader.ts';
import { showInstant, showSpan } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** One digest: what it covers, then its sections in the order of their weight, without those that are empty. */
export function editionMessage(plan: EditionPlan, reader: Reader): Message {
  const words = wordsIn(reader.language);
  const { name } = reader.relationship;
  const late = lateWords(plan, words).map((line) => paragraph([italic(line)]));
  if (isQuiet(plan)) {
    return { blocks: [paragraph(words.digest.nothing(name, periodWords(plan, words))), ...late] };
  }
  return {
    blocks: [
      heading(words.digest.heading(name)),
      paragraph(words.digest.holds(periodWords(plan, words), countWords(plan, words))),
      ...late,
      ...editionSections(plan, reader),
    ],
  };
}

/** Nothing to tell at all. */
export function isQuiet(plan: EditionPlan): boolean {
  return plan.headline === null && LISTS.every((list) => plan[list].total === 0);
}

const LISTS = [
  'stories',
  'developments',
  'events',
  'agreements',
  'ahead',
  'offices',
  'silences',
  'corrections',
] as const;

/** `2 new stories, 1 agreement`: only what there is; the headline counts where it would stand. */
function countWords(plan: EditionPlan, { digest, counts }: Words): string {
  const { headline, stories, developments, events, agreements } = plan;
  const extra = (...kinds: readonly string[]) => Number(headline !== null && kinds.includes(headline.kind));
  const found = [
    countOf(stories.total, digest.newStories),
    countOf(developments.total + extra('event', 'agreement'), digest.developments),
    countOf(events.total + extra('new-event'), digest.events),
    countOf(agreements.total + extra('new-agreement'), counts.agreements),
  ].flat();
  if (found.length > 0) return found.join(', ');
  return plan.ahead.total > 0 ? digest.onlyAhead : digest.onlyNotes;
}

function countOf(total: number, words: (n: number) => string): readonly string[] {
  return total === 0 ? [] : [words(total)];
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

const MOST_FOLDED = 3;

/** That it comes late, and for which missed times it stands. */
function lateWords({ due, period: { zone } }: EditionPlan, words: Words): readonly string[] {
  if (due === null) return [];
  const folded = due.folded.map((at) => showInstant(at, zone, words));
  return [
    ...(due.isLate ? [words.digest.late(showInstant(due.at, zone, words))] : []),
    ...(folded.length > 0
      ? [words.digest.folded(folded.slice(-MOST_FOLDED).join('; '), Math.max(0, folded.length - MOST_FOLDED))]
      : []),
  ];
}
