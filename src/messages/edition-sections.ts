import { dayOf } from '../domain/day.ts';
import type { CorrectionTold, EditionPlan, Shown } from '../domain/edition-plan.ts';
import type { Block, Entry, Inlines } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { entries, paragraph } from './blocks.ts';
import { agreementToldEntry, developmentEntry, headlineEntry } from './edition-changes.ts';
import { aheadEntry, officeChangeEntry, silenceEntry, storyToldEntry } from './edition-lines.ts';
import { eventEntry } from './event-line.ts';
import { bold, joined, text } from './inline.ts';
import { entry } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** What a section shows, how each row reads, and the command that lists the rest. */
interface Layout<Row> {
  readonly name: string;
  readonly list: Shown<Row>;
  readonly show: (row: Row) => Entry;
  readonly rest: string;
}

/** The sections of a digest in reading order; one without rows is left out. */
export function editionSections(plan: EditionPlan, reader: Reader): Block[] {
  return [...ofTheRelationship(plan, reader), ...ofTheLedger(plan, reader), ...ofTheProfile(plan, reader)];
}

function ofTheRelationship(plan: EditionPlan, reader: Reader): Block[] {
  const words = wordsIn(reader.language).digest;
  const { headline, stories, developments, articles } = plan;
  const since = sinceOf(plan);
  return [
    ...section(words.headline, headline === null ? [] : [headlineEntry(headline, articles, reader)]),
    ...laidOut(
      {
        ...{ name: words.stories, list: stories, rest: `latest ${since}` },
        show: (story) => storyToldEntry(story, articles, reader),
      },
      words,
    ),
    ...laidOut(
      {
        ...{ name: words.changes, list: developments, rest: `timeline ${since}` },
        show: (row) => developmentEntry(row, articles, reader),
      },
      words,
    ),
  ];
}

function ofTheLedger(plan: EditionPlan, reader: Reader): Block[] {
  const words = wordsIn(reader.language).digest;
  const { events, agreements, ahead, articles } = plan;
  return [
    ...laidOut(
      {
        ...{ name: words.visitsAndMeetings, list: events, rest: `timeline ${sinceOf(plan)}` },
        show: (event) => eventEntry(event, articles, reader),
      },
      words,
    ),
    ...laidOut(
      {
        ...{ name: words.agreements, list: agreements, rest: 'agreements' },
        show: (told) => agreementToldEntry(told, articles, reader),
      },
      words,
    ),
    ...laidOut(
      {
        ...{ name: words.ahead, list: ahead, rest: 'timeline' },
        show: (row) => aheadEntry(row, articles, reader),
      },
      words,
    ),
  ];
}

function ofTheProfile({ offices, silences, corrections }: EditionPlan, reader: Reader): Block[] {
  const words = wordsIn(reader.language).digest;
  return [
    ...laidOut(
      {
        ...{ name: words.offices, list: offices, rest: 'who' },
        show: (change) => officeChangeEntry(change, reader),
      },
      words,
    ),
    ...laidOut(
      {
        ...{ name: words.coverageHeading, list: silences, rest: 'coverage' },
        show: (silence) => silenceEntry(silence, reader),
      },
      words,
    ),
    ...laidOut(
      { name: words.corrections, list: corrections, rest: 'subscriptions', show: correctionEntry },
      words,
    ),
  ];
}

function laidOut<Row>({ name, list, show, rest }: Layout<Row>, words: Words['digest']): Block[] {
  const left = list.total - list.rows.length;
  const more = left > 0 ? [entry([text(words.more(left))], [{ label: words.showAll, command: rest }])] : [];
  return section(name, [...list.rows.map(show), ...more]);
}

function section(name: string, rows: readonly Entry[]): Block[] {
  return rows.length === 0 ? [] : [paragraph([bold(name)]), entries(rows)];
}

/** The message of a correction as one line. */
function correctionEntry({ message }: CorrectionTold): Entry {
  const lines = message.blocks.flatMap((block): readonly Inlines[] => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [block.text];
    return block.kind === 'list' ? block.items : [];
  });
  return entry(joined(lines), []);
}

function sinceOf({ period }: EditionPlan): string {
  return `since:${dayOf(period.fromAt, period.zone)}`;
}
