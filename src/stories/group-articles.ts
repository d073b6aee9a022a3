import type { ArticleId } from '../domain/identity.ts';
import type { ArticleLink } from '../domain/story.ts';
import { THRESHOLDS } from './thresholds.ts';

/**
 * Average-link clustering over the links of one connected set of articles: the two most alike groups are joined until
 * no pair of groups is alike enough; pairs without a story link count as unlike. The result depends on the set alone,
 * not on the order of arrival, and one weak bridge cannot chain two happenings together.
 * (Sokal & Michener 1958, UPGMA.)
 */
export function groupArticles(ids: readonly ArticleId[], links: readonly ArticleLink[]): ArticleId[][] {
  const scores = new Map(
    links.filter(({ kind }) => kind !== 'related').map(({ a, b, score }) => [pairKey(a, b), score]),
  );
  let groups = [...ids].sort().map((id) => [id]);
  for (;;) {
    const best = mostAlike(groups, scores);
    if (best === null) return groups;
    const joined = [...(groups[best.i] ?? []), ...(groups[best.j] ?? [])].sort();
    groups = [...groups.filter((_, at) => at !== best.i && at !== best.j), joined].sort(byFirst);
  }
}

/** The articles joined by `same-origin` links, each set ordered by id. */
export function connected(
  ids: readonly ArticleId[],
  links: readonly ArticleLink[],
  kinds: readonly ArticleLink['kind'][],
): ArticleId[][] {
  const group = new Map(ids.map((id) => [id, [id]]));
  for (const { a, b, kind } of links) {
    const [one, two] = [group.get(a), group.get(b)];
    if (!kinds.includes(kind) || one === undefined || two === undefined || one === two) continue;
    one.push(...two);
    for (const id of two) group.set(id, one);
  }
  return [...new Set(group.values())].map((set) => [...set].sort()).sort(byFirst);
}

function mostAlike(
  groups: readonly (readonly ArticleId[])[],
  scores: ReadonlyMap<string, number>,
): { i: number; j: number } | null {
  let best: { i: number; j: number; score: number } | null = null;
  for (let i = 0; i < groups.length; i += 1) {
    for (let j = i + 1; j < groups.length; j += 1) {
      const score = averageScore(groups[i] ?? [], groups[j] ?? [], scores);
      if (score >= THRESHOLDS.joined && (best === null || score > best.score)) best = { i, j, score };
    }
  }
  return best;
}

function averageScore(
  one: readonly ArticleId[],
  two: readonly ArticleId[],
  scores: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const a of one) for (const b of two) sum += scores.get(pairKey(a, b)) ?? 0;
  return sum / (one.length * two.length);
}

function pairKey(a: ArticleId, b: ArticleId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function byFirst(a: readonly ArticleId[], b: readonly ArticleId[]): number {
  return (a[0] ?? '') < (b[0] ?? '') ? -1 : 1;
}
