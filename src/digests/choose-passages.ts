import type { Article } from '../domain/article.ts';
import type { Passage } from '../domain/edition-plan.ts';
import type { ArticleId, KnownLanguage } from '../domain/identity.ts';
import type { Story } from '../domain/story.ts';
import { findDateline } from '../ingest/dateline.ts';
import { indexTerms } from '../language/index-terms.ts';
import { splitSentences } from '../language/sentences.ts';
import { lexRank, likeness, type TermVector, termVectors } from './lex-rank.ts';

/** Fewer words than this are a place, a date or a credit, not a sentence that tells something. */
const FEWEST_WORDS = 5;
/** Longer ones have to be cut, so they are quoted only where nothing else is. */
const LONGEST = 320;
/** As much of a story is read: its first articles in the language, and the beginning of each, where news stands. */
const MOST_ARTICLES = 8;
const MOST_SENTENCES = 8;
/** Balance between saying much and saying something new (maximal marginal relevance: Carbonell and Goldstein 1998). */
const RELEVANCE_SHARE = 0.6;
/** A second sentence this like the first says it again. */
const SAME = 0.6;
/** Words that point back to a sentence that would not be shown. */
const POINTS_BACK =
  /^(?:["“«„]|(?:he|she|it|they|this|that|these|those|but|however|also|meanwhile|moreover|er|sie|es|dies|diese|dieser|dabei|zudem|он|она|оно|они|это|этот|эта|также|при этом|ол|олар|бұл|сондай-ақ|انہوں|اس|یہ|وہ)(?![\p{L}\p{M}]))/iu;

export interface Choice {
  readonly language: KnownLanguage;
  readonly mutedSourceIds: readonly string[];
  readonly most: number;
}

export type PassageChooser = (story: Story, choice: Choice) => readonly Passage[];

interface Candidate extends Passage {
  readonly terms: readonly string[];
  /** 0 for the first sentence of its article. */
  readonly place: number;
}

/** Chooses from these articles; what was chosen for one reader is remembered for the next. */
export function createPassageChooser(articles: ReadonlyMap<ArticleId, Article>): PassageChooser {
  const chosen = new Map<string, readonly Passage[]>();
  return (story, choice) => {
    const key = JSON.stringify([story.id, choice]);
    const passages = chosen.get(key) ?? choosePassages(story, articles, choice);
    chosen.set(key, passages);
    return passages;
  };
}

/**
 * The sentences that say most of a story, and then what the others do not: in the reader's language where an article is
 * written in it, else in the language of its lead. Each is an exact slice of an article's text, without its dateline.
 */
export function choosePassages(
  story: Story,
  articles: ReadonlyMap<ArticleId, Article>,
  { language, mutedSourceIds, most }: Choice,
): readonly Passage[] {
  const quotable = story.articleIds
    .flatMap((id) => articles.get(id) ?? [])
    .filter(({ sourceId }) => !mutedSourceIds.includes(sourceId.value ?? ''));
  const quoted = inOneLanguage(quotable, story.leadId, language).slice(0, MOST_ARTICLES);
  const candidates = quoted.flatMap(candidatesOf);
  const vectors = termVectors(candidates.map(({ terms }) => terms));
  const ranks = lexRank(vectors, candidates.map(biasOf));
  return mostTelling(vectors, ranks, most).flatMap((at) => {
    const candidate = candidates[at];
    return candidate === undefined ? [] : [{ articleId: candidate.articleId, text: candidate.text }];
  });
}

/** The lead first; those in the reader's language, else those in the lead's. */
function inOneLanguage(
  articles: readonly Article[],
  leadId: ArticleId,
  language: KnownLanguage,
): readonly Article[] {
  const sorted = articles.toSorted((a, b) => Number(b.id === leadId) - Number(a.id === leadId));
  const readable = sorted.filter((article) => article.language.value === language);
  if (readable.length > 0) return readable;
  return sorted.filter((article) => article.language.value === sorted[0]?.language.value);
}

function candidatesOf(article: Article): readonly Candidate[] {
  const { text } = article;
  const language = article.language.value;
  const bodyStart = findDateline(text)?.end ?? 0;
  const slices = splitSentences(text, language)
    .map(({ start, end }) => text.slice(Math.max(start, bodyStart), Math.max(end, bodyStart)).trim())
    .filter((slice) => slice.split(/\s+/).length >= FEWEST_WORDS);
  const first = slices.slice(0, MOST_SENTENCES).map((slice, place) => ({
    ...{ articleId: article.id, text: slice, place },
    terms: indexTerms(slice, language),
  }));
  const standing = first.filter((each) => each.text.length <= LONGEST && !POINTS_BACK.test(each.text));
  return standing.length > 0 ? standing : first.slice(0, 1);
}

/** News says what matters first. */
function biasOf({ place }: Candidate): number {
  return 1 / (1 + place) ** 2;
}

function mostTelling(
  vectors: readonly TermVector[],
  ranks: readonly number[],
  most: number,
): readonly number[] {
  const best = Math.max(...ranks, Number.MIN_VALUE);
  const taken: number[] = [];
  while (taken.length < Math.min(most, vectors.length)) {
    const scores = ranks.map((rank, at) => {
      const like = Math.max(0, ...taken.map((other) => likenessOf(vectors, at, other)));
      const isOut = taken.includes(at) || like >= SAME;
      return isOut
        ? Number.NEGATIVE_INFINITY
        : (RELEVANCE_SHARE * rank) / best - (1 - RELEVANCE_SHARE) * like;
    });
    const next = scores.indexOf(Math.max(...scores));
    if (scores[next] === Number.NEGATIVE_INFINITY) break;
    taken.push(next);
  }
  return taken;
}

function likenessOf(vectors: readonly TermVector[], a: number, b: number): number {
  return likeness(vectors[a] ?? new Map(), vectors[b] ?? new Map());
}
