import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { PassageHit } from '../ports/store.ts';
import { hasExpected, type Read, speaksOfTime, wantedIn } from './read-candidate.ts';
import type { Question, Wanted } from './read-question.ts';

/** A stored sentence that may answer. */
export interface Candidate {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Share of what was asked that a sentence must speak of. */
const ENOUGH = 0.6;
/** What only the headline or the rest of the article speaks of counts less. */
const ELSEWHERE_SHARE = 0.6;
/** Every article of a relationship names its sides, so that tells little. */
const SIDE_WEIGHT = 0.2;
const KIND_BOOST = 0.35;
const LANGUAGE_BOOST = 0.25;
const PASSAGE_SHARE = 0.3;

/** The sentences that speak of enough of what was asked, best first. */
export function rankSentences(
  hits: readonly PassageHit[],
  reads: ReadonlyMap<ArticleId, Read>,
  question: Question,
): readonly Candidate[] {
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  const candidates = hits.flatMap((hit) => {
    const read = reads.get(hit.articleId);
    return read ? (candidateOf(hit, read, { question, best }) ?? []) : [];
  });
  const ranked = candidates.toSorted(
    (a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1) || a.start - b.start,
  );
  return onlyExpected(ranked, question);
}

interface Judged extends Candidate {
  readonly isExpected: boolean;
}

function candidateOf(
  hit: PassageHit,
  read: Read,
  { question, best }: { question: Question; best: number },
): Judged | null {
  if (question.during !== null && !speaksOfTime(question.during, hit, read)) return null;
  const { inSentence, elsewhere } = wantedIn(question.wanted, hit, read);
  const coverage = (weightOf(inSentence) + ELSEWHERE_SHARE * weightOf(elsewhere)) / weightOf(question.wanted);
  if (coverage < ENOUGH || !hasAllNeeded(question.wanted, inSentence, elsewhere)) return null;
  const isExpected = hasExpected(question.expected, hit, read);
  const score =
    coverage +
    PASSAGE_SHARE * (hit.score / best) +
    (isExpected ? KIND_BOOST : 0) +
    (read.article.language.value === question.language ? LANGUAGE_BOOST : 0);
  return { article: read.article, start: hit.start, end: hit.end, score, isExpected };
}

function weightOf(wanted: readonly Wanted[]): number {
  return wanted.reduce(
    (sum, { names }) => sum + (names.some(({ kind }) => kind === 'side') ? SIDE_WEIGHT : 1),
    0,
  );
}

/** A sentence about somebody else, another instrument, number or place is no answer however much else it covers. */
function hasAllNeeded(
  wanted: readonly Wanted[],
  inSentence: readonly Wanted[],
  elsewhere: readonly Wanted[],
): boolean {
  return wanted.every((one) => {
    if (inSentence.includes(one)) return true;
    const mayStandElsewhere = !isNamed(one, ['person', 'instrument']) && !/\p{N}/u.test(one.words);
    if (!mayStandElsewhere) return false;
    return elsewhere.includes(one) || !isNamed(one, ['place', 'organisation', 'corridor', 'office']);
  });
}

function isNamed({ names }: Wanted, kinds: readonly string[]): boolean {
  return names.some(({ kind }) => kinds.includes(kind));
}

/** Once a sentence gives a date or a number that was asked for, those without one only dilute the answer. */
function onlyExpected(ranked: readonly Judged[], { expected }: Question): readonly Candidate[] {
  const isStrict = expected === 'when' || expected === 'how-many';
  const fitting = ranked.filter(({ isExpected }) => isExpected);
  return isStrict && fitting.length > 0 ? fitting : ranked;
}
