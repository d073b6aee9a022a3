import type { Article } from '../domain/article.ts';
import type { Day } from '../domain/day.ts';
import type { Mention } from '../domain/understanding.ts';
import { findNumbers } from '../language/numbers.ts';
import { skeleton } from '../language/romanise.ts';
import { stem } from '../language/stem.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { Word } from '../language/words.ts';
import type { Fingerprint } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import type { ReadArticle } from '../understand/understand.ts';
import { shinglesOf } from './shingles.ts';
import { ANCHOR, DAY, NUMBER, STAGE, STEM } from './thresholds.ts';

/** The title and this many sentences are the lead: what they name counts for more. */
const LEAD_SENTENCES = 3;
const LEAD_FACTOR = 2;

/** Weights of features by what they stand for; rarer things tell happenings apart better. */
const WEIGHT = {
  topPerson: 1,
  person: 2.5,
  organisation: 1,
  place: 0.6,
  capital: 0.2,
  corridor: 1.5,
  instrument: 1.5,
  topic: 0.8,
  number: 1.2,
  day: 1.5,
  name: 0.7,
  stem: 0.35,
  happening: 1.2,
} as const;

const HAPPENINGS = new Set(['visit', 'meeting', 'call', 'signed', 'invites', 'postponed']);

/** Reduces an article to what comparing it with others needs; depends on this article and the profile alone. */
export function fingerprintOf(article: Article, read: ReadArticle, index: ProfileIndex): Fingerprint {
  const { understanding, publication, publishedDay: published } = read;
  const isAboutUs =
    understanding.relevance.kind === 'bilateral' || understanding.relevance.kind === 'one-side';
  const isGrouped = published !== null && isAboutUs;
  return {
    articleId: article.id,
    language: understanding.language,
    sourceId: article.sourceId.value,
    publishedAt: publication.at,
    isPublicationStated: publication.certainty === 'stated',
    fromDay: isGrouped ? published : null,
    toDay: isGrouped ? published : null,
    features: published === null ? {} : featuresOf(article, read, index, published),
    shingles: shinglesOf(read.body.words.map(({ norm }) => norm)),
  };
}

function featuresOf(
  article: Article,
  read: ReadArticle,
  index: ProfileIndex,
  published: Day,
): Record<string, number> {
  const features = new Map<string, number>();
  const leadEnd = read.understanding.sentences[LEAD_SENTENCES - 1]?.end ?? article.text.length;
  const add = (name: string, weight: number, isLead: boolean) => {
    features.set(name, Math.max(features.get(name) ?? 0, weight * (isLead ? LEAD_FACTOR : 1)));
  };
  for (const mention of read.titleMentions) addMention(mention, true, index, add);
  for (const mention of read.understanding.mentions) addMention(mention, mention.start < leadEnd, index, add);
  for (const { topicId, score } of read.understanding.topics)
    add(`t:${topicId}`, WEIGHT.topic * score, false);
  for (const { cue, start } of read.cues) {
    if (HAPPENINGS.has(cue) && start < leadEnd) add(`k:${cue}`, WEIGHT.happening, false);
  }
  for (const date of read.understanding.dates) {
    if (date.precision === 'day') add(`d:${date.fromDay}`, WEIGHT.day, date.start < leadEnd);
  }
  for (const { value, start } of numbersOf(article, read)) add(`n:${value}`, WEIGHT.number, start < leadEnd);
  for (const word of namesOutsideProfile(article, read))
    add(`x:${skeleton(word.norm)}`, WEIGHT.name, word.start < leadEnd);
  for (const norm of leadStems(read, leadEnd)) add(`${STEM}${norm}`, WEIGHT.stem, false);
  for (const anchor of anchorsOf(article, read)) features.set(`${ANCHOR}${anchor}`, 0);
  for (const mark of marksOf(read, leadEnd, published)) features.set(mark, 0);
  return Object.fromEntries([...features].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addMention(
  { kind, entityId }: Mention,
  isLead: boolean,
  index: ProfileIndex,
  add: (name: string, weight: number, isLead: boolean) => void,
): void {
  if (kind === 'person')
    add(`p:${entityId}`, isTopPerson(entityId, index) ? WEIGHT.topPerson : WEIGHT.person, isLead);
  if (kind === 'organisation') add(`o:${entityId}`, WEIGHT.organisation, isLead);
  if (kind === 'corridor') add(`c:${entityId}`, WEIGHT.corridor, isLead);
  if (kind === 'instrument') add(`i:${entityId}`, WEIGHT.instrument, isLead);
  if (kind === 'place') {
    const isCapital = index.relationship.sides.some(({ capital }) => capital === entityId);
    add(`l:${entityId}`, isCapital ? WEIGHT.capital : WEIGHT.place, isLead);
  }
}

/** Heads of state and government are in every other article, so they tell little. */
function isTopPerson(personId: string, index: ProfileIndex): boolean {
  const tenures = index.people.get(personId)?.tenures ?? [];
  return tenures.some(({ officeId }) => (index.offices.get(officeId)?.rank ?? 5) <= 2);
}

/** Numbers of two digits and more that are not part of a date. */
function numbersOf(article: Article, { understanding }: ReadArticle): { value: number; start: number }[] {
  return findNumbers(article.text, understanding.language).filter(
    ({ value, start, end }) =>
      value >= 10 &&
      !(value >= 1990 && value <= 2035) &&
      !understanding.dates.some((date) => start < date.end && date.start < end),
  );
}

/** Capitalised words inside sentences that the profile does not know: names of people and places still to be learnt. */
function namesOutsideProfile(article: Article, { body, understanding }: ReadArticle): Word[] {
  const starts = new Set(understanding.sentences.map(({ start }) => start));
  return body.words.filter(({ start, end, norm }) => {
    const letter = article.text.charAt(start);
    if (
      norm.length < 4 ||
      letter === letter.toLowerCase() ||
      starts.has(start) ||
      understanding.language === 'de'
    )
      return false;
    return !understanding.mentions.some((mention) => start < mention.end && mention.start < end);
  });
}

function leadStems({ body, title, understanding }: ReadArticle, leadEnd: number): string[] {
  const words = [...title.words, ...body.words.filter(({ start }) => start < leadEnd)];
  return words
    .filter(({ norm }) => norm.length > 3 && !isStopWord(norm, understanding.language))
    .map(({ norm }) => stem(norm, understanding.language));
}

/** Pairs of neighbouring names, numbers and days in reading order: a translation keeps them, another report does not. */
function anchorsOf(article: Article, read: ReadArticle): string[] {
  const anchors = [
    ...read.understanding.mentions
      .filter(({ kind }) => kind !== 'side' && kind !== 'office')
      .map(({ entityId, start }) => ({ name: entityId, start })),
    ...numbersOf(article, read).map(({ value, start }) => ({ name: String(value), start })),
    ...read.understanding.dates.map(({ fromDay, start }) => ({ name: fromDay, start })),
  ].sort((a, b) => a.start - b.start);
  return anchors.slice(1).flatMap(({ name }, at) => {
    const before = anchors[at]?.name ?? '';
    return before === name ? [] : [`${before}>${name}`];
  });
}

function marksOf({ understanding, cues, body }: ReadArticle, leadEnd: number, published: Day): string[] {
  const lead = understanding.dates.filter(({ start }) => start < leadEnd);
  const main = lead.find(({ precision }) => precision === 'day') ?? null;
  const ahead = lead.find(({ fromDay, precision }) => precision !== 'year' && fromDay > published);
  const isAhead =
    cues.some(({ cue, start }) => cue === 'future' && start < leadEnd) &&
    ahead !== undefined &&
    (main === null || main.fromDay > published);
  const ordinal = body.text
    .slice(0, leadEnd)
    .match(
      /\b(\d{1,2})(?:th|st|nd|rd|-е|-го|-м|-ш[іы]|\.)?[\s-]+(?:session|meeting of the|commission|заседани|отырыс|Sitzung)/iu,
    );
  return [
    `${STAGE}${isAhead ? 'ahead' : 'past'}`,
    ...(main === null ? [] : [`${DAY}${main.fromDay}`]),
    ...(ordinal === null ? [] : [`${NUMBER}${ordinal[1]}`]),
  ];
}
