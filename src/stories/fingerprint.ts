import type { Article } from '../domain/article.ts';
import type { Mention } from '../domain/understanding.ts';
import { skeleton } from '../language/romanise.ts';
import { stem } from '../language/stem.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { Word } from '../language/words.ts';
import type { Fingerprint } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import type { ReadArticle } from '../understand/understand.ts';
import { anchorsOf, numbersOf } from './anchors.ts';
import { leadEndOf, marksOf } from './marks.ts';
import { shinglesOf } from './shingles.ts';
import { sketchOf } from './sketch.ts';
import { ANCHOR, STEM } from './thresholds.ts';

/** What the lead names counts this much more. */
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

const HAPPENINGS: ReadonlySet<string> = new Set([
  'visit',
  'meeting',
  'call',
  'signed',
  'invites',
  'postponed',
]);

interface Feature {
  readonly name: string;
  readonly weight: number;
}

/** Reduces an article to what comparing it with others needs; depends on this article and the profile alone. */
export function fingerprintOf(article: Article, read: ReadArticle, index: ProfileIndex): Fingerprint {
  const { understanding, publication, publishedDay } = read;
  const isAboutUs =
    understanding.relevance.kind === 'bilateral' || understanding.relevance.kind === 'one-side';
  const day = isAboutUs ? publishedDay : null;
  const anchors = anchorsOf(article, read).map((anchor) => ({ name: `${ANCHOR}${anchor}`, weight: 0 }));
  const marks = publishedDay === null ? [] : marksOf(read, publishedDay).map((name) => ({ name, weight: 0 }));
  const features = strongest([...contentFeatures(article, read, index), ...anchors, ...marks]);
  return {
    articleId: article.id,
    language: understanding.language,
    sourceId: article.sourceId.value,
    publishedAt: publication.at,
    isPublicationStated: publication.certainty === 'stated',
    fromDay: day,
    toDay: day,
    features,
    shingles: shinglesOf(read.body.words.map(({ norm }) => norm)),
    sketch: sketchOf(features, understanding.language),
  };
}

function contentFeatures(article: Article, read: ReadArticle, index: ProfileIndex): Feature[] {
  const leadEnd = leadEndOf(read);
  const inLead = (start: number) => (start < leadEnd ? LEAD_FACTOR : 1);
  const { mentions, topics, dates } = read.understanding;
  const happenings = read.cues.filter(({ cue, start }) => HAPPENINGS.has(cue) && start < leadEnd);
  return [
    ...read.titleMentions.flatMap((mention) => mentionFeature(mention, LEAD_FACTOR, index)),
    ...mentions.flatMap((mention) => mentionFeature(mention, inLead(mention.start), index)),
    ...topics.map(({ topicId, score }) => ({ name: `t:${topicId}`, weight: WEIGHT.topic * score })),
    ...happenings.map(({ cue }) => ({ name: `k:${cue}`, weight: WEIGHT.happening })),
    ...dates
      .filter(({ precision }) => precision === 'day')
      .map(({ fromDay, start }) => ({ name: `d:${fromDay}`, weight: WEIGHT.day * inLead(start) })),
    ...numbersOf(article, read).map(({ value, start }) => ({
      name: `n:${value}`,
      weight: WEIGHT.number * inLead(start),
    })),
    ...namesOutsideProfile(article, read).map(({ norm, start }) => ({
      name: `x:${skeleton(norm)}`,
      weight: WEIGHT.name * inLead(start),
    })),
    ...leadStems(read, leadEnd).map((norm) => ({ name: `${STEM}${norm}`, weight: WEIGHT.stem })),
  ];
}

function mentionFeature({ kind, entityId }: Mention, factor: number, index: ProfileIndex): Feature[] {
  const of = (prefix: string, weight: number) => [{ name: `${prefix}:${entityId}`, weight: weight * factor }];
  if (kind === 'person') return of('p', isTopPerson(entityId, index) ? WEIGHT.topPerson : WEIGHT.person);
  if (kind === 'organisation') return of('o', WEIGHT.organisation);
  if (kind === 'corridor') return of('c', WEIGHT.corridor);
  if (kind === 'instrument') return of('i', WEIGHT.instrument);
  if (kind !== 'place') return [];
  const isCapital = index.relationship.sides.some(({ capital }) => capital === entityId);
  return of('l', isCapital ? WEIGHT.capital : WEIGHT.place);
}

/** Heads of state and government are in every other article, so they tell little. */
function isTopPerson(personId: string, index: ProfileIndex): boolean {
  const tenures = index.people.get(personId)?.tenures ?? [];
  return tenures.some(({ officeId }) => (index.offices.get(officeId)?.rank ?? 5) <= 2);
}

/** Capitalised words inside sentences that the profile does not know: names of people and places still to be learnt. */
function namesOutsideProfile(article: Article, { body, understanding }: ReadArticle): Word[] {
  if (understanding.language === 'de') return [];
  const starts = new Set(understanding.sentences.map(({ start }) => start));
  return body.words.filter(({ start, end, norm }) => {
    const letter = article.text.charAt(start);
    if (norm.length < 4 || letter === letter.toLowerCase() || starts.has(start)) return false;
    return !understanding.mentions.some((mention) => start < mention.end && mention.start < end);
  });
}

function leadStems({ body, title, understanding }: ReadArticle, leadEnd: number): string[] {
  const words = [...title.words, ...body.words.filter(({ start }) => start < leadEnd)];
  return words
    .filter(({ norm }) => norm.length > 3 && !isStopWord(norm, understanding.language))
    .map(({ norm }) => stem(norm, understanding.language));
}

/** One weight a name, the largest, in the order of names. */
function strongest(features: readonly Feature[]): Record<string, number> {
  const weights = new Map<string, number>();
  for (const { name, weight } of features) weights.set(name, Math.max(weights.get(name) ?? 0, weight));
  return Object.fromEntries([...weights].sort(([a], [b]) => (a < b ? -1 : 1)));
}
