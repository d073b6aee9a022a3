import type { Article, DateMention } from '../domain/article.ts';
import type { Day, Precision } from '../domain/day.ts';
import { holdersOf } from '../domain/offices.ts';
import type { Mention, Sentence } from '../domain/understanding.ts';
import { findDateline } from '../ingest/dateline.ts';
import type { Cue } from '../understand/cue.ts';
import type { CueHit } from '../understand/cues.ts';
import { mainDateOf } from '../understand/main-date.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import type { ReadArticle } from '../understand/understand.ts';

/** A person named in a sentence, once. */
export interface NamedPerson {
  readonly id: string;
  readonly side: string;
  readonly start: number;
}

/** One sentence with everything the ledger's rules look at. */
export interface SentenceReading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: string;
  readonly mentions: readonly Mention[];
  readonly people: readonly NamedPerson[];
  readonly cues: readonly CueHit[];
  readonly dates: readonly DateMention[];
  /** Position in the article, from 0. */
  readonly at: number;
}

/** An article as the ledger reads it. */
export interface ArticleReading {
  readonly article: Article;
  readonly index: ProfileIndex;
  readonly publishedDay: Day;
  readonly sentences: readonly SentenceReading[];
  /** The first day-precise date near the publication: when the article's main happening took place. */
  readonly mainDate: SpanOfDays;
  /** Topics that the article is surely about. */
  readonly topicIds: readonly string[];
}

export interface SpanOfDays {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly precision: Precision;
}

const SURE_TOPIC_SCORE = 0.5;
/** Heads of state and government are known by their office alone. */
const LOWEST_RANK_ALONE = 2;
/** A title this near to a name belongs to it. */
const NAME_REACH = 40;
/** "President of Kazakhstan", "Pakistan's Prime Minister": what may stand between a title and its country. */
const GENITIVE_REACH = 6;
const ADJECTIVE_REACH = 3;

/** Null for an article whose publication day is not known: without it nothing in it can be dated. */
export function readForLedger(
  article: Article,
  read: ReadArticle,
  index: ProfileIndex,
): ArticleReading | null {
  const { publishedDay } = read;
  if (publishedDay === null) return null;
  const sentences = read.understanding.sentences.map((sentence, at) =>
    readSentence(sentence, at, read, index),
  );
  const published = { fromDay: publishedDay, toDay: publishedDay, precision: 'day' as const };
  const main = mainDateOf(article.text, read.understanding.dates, publishedDay);
  const topicIds = read.understanding.topics
    .filter(({ score }) => score >= SURE_TOPIC_SCORE)
    .map(({ topicId }) => topicId);
  return { article, index, publishedDay, sentences, mainDate: main ?? published, topicIds };
}

export function hasCue(sentence: SentenceReading, ...cues: readonly Cue[]): boolean {
  return sentence.cues.some(({ cue }) => cues.includes(cue));
}

function readSentence(
  { start, end }: Sentence,
  at: number,
  read: ReadArticle,
  index: ProfileIndex,
): SentenceReading {
  const isHere = (span: { readonly start: number; readonly end: number }) =>
    span.start >= start && span.end <= end;
  const datelineEnd = at === 0 ? (findDateline(read.body.text)?.end ?? 0) : 0;
  const mentions = read.understanding.mentions.filter(
    (mention) => isHere(mention) && mention.start >= datelineEnd,
  );
  const dates = read.understanding.dates.filter(isHere);
  const pastYear = dates.find(({ precision }) => precision === 'year')?.fromDay;
  return {
    start,
    end,
    text: read.body.text.slice(start, end),
    language: read.understanding.language,
    mentions,
    people: peopleIn(mentions, index, pastYear ?? read.publishedDay ?? ''),
    cues: read.cues.filter(isHere),
    dates,
    at,
  };
}

/** The people of a sentence, each once: by name, or by a high office that stands alone ("the Kazakh president"). */
function peopleIn(mentions: readonly Mention[], index: ProfileIndex, day: Day): NamedPerson[] {
  const people = new Map<string, NamedPerson>();
  for (const mention of mentions) {
    const id = mention.kind === 'person' ? mention.entityId : holderOf(mention, mentions, index, day);
    const person = id === null ? undefined : index.people.get(id);
    if (person !== undefined && !people.has(person.id)) {
      people.set(person.id, { id: person.id, side: person.side, start: mention.start });
    }
  }
  return [...people.values()];
}

/**
 * Nobody when the title seems to belong to somebody named: anybody near, or, beside its country's name, anybody near of
 * that country. In "the President of Kazakhstan received General Munir" the president is another person.
 */
function holderOf(
  mention: Mention,
  mentions: readonly Mention[],
  index: ProfileIndex,
  day: Day,
): string | null {
  const office = mention.kind === 'office' ? index.offices.get(mention.entityId) : undefined;
  if (office === undefined || !office.isSingle || office.rank > LOWEST_RANK_ALONE) return null;
  const isOfCountry = mentions.some(
    ({ kind, entityId, start, end }) =>
      kind === 'side' &&
      entityId === office.side &&
      start - mention.end <= GENITIVE_REACH &&
      mention.start - end <= ADJECTIVE_REACH,
  );
  const isNamed = mentions.some(
    ({ kind, entityId, start, end }) =>
      kind === 'person' &&
      (!isOfCountry || index.people.get(entityId)?.side === office.side) &&
      start - mention.end <= NAME_REACH &&
      mention.start - end <= NAME_REACH,
  );
  const [holder, another] = isNamed ? [] : holdersOf(office.id, day, index.relationship.people);
  return another === undefined ? (holder?.id ?? null) : null;
}
