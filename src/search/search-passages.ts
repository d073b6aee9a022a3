import type { Article, Evidence } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import { queryTerms } from '../language/index-terms.ts';
import type { PassageHit, Store, Window } from '../ports/store.ts';

export interface FoundPassages {
  /** `any`: no passage holds all the words. `none`: the query has no word to look for. */
  readonly match: 'all' | 'any' | 'none';
  /** Best article first, its passages in reading order; one window of them. */
  readonly groups: readonly PassageGroup[];
  /** Passages in all windows. */
  readonly total: number;
}

export interface PassageGroup {
  readonly article: Article;
  readonly passages: readonly Evidence[];
}

/** Passages beyond these are never asked for: a reader narrows the words first. */
const MOST_HITS = 300;
const MOST_OF_ONE_ARTICLE = 2;

/** The passages that hold all the words of a query or, when there is none, the best that hold some of them. */
export async function searchPassages(query: string, window: Window, store: Store): Promise<FoundPassages> {
  const terms = queryTerms(query);
  if (terms.length === 0) return { match: 'none', groups: [], total: 0 };
  for (const match of ['all', 'any'] as const) {
    const { rows } = await store.passages.search({ terms, match }, { limit: MOST_HITS, offset: 0 });
    if (rows.length > 0) return { match, ...(await pageOf(rows, window, store)) };
  }
  return { match: 'any', groups: [], total: 0 };
}

async function pageOf(
  hits: readonly PassageHit[],
  { limit, offset }: Window,
  store: Store,
): Promise<Pick<FoundPassages, 'groups' | 'total'>> {
  const shown = bestByArticle(hits);
  const page = Map.groupBy(shown.slice(offset, offset + limit), ({ articleId }) => articleId);
  const articles = await store.articles.getMany([...page.keys()]);
  const groups = articles.map((article) => ({
    article,
    passages: inReadingOrder(page.get(article.id) ?? []),
  }));
  return { groups, total: shown.length };
}

/** At most two passages of one article, side by side at the place of its best one. */
function bestByArticle(hits: readonly PassageHit[]): readonly PassageHit[] {
  const byArticle = new Map<ArticleId, PassageHit[]>();
  for (const hit of hits) {
    const group = byArticle.get(hit.articleId) ?? [];
    if (group.length < MOST_OF_ONE_ARTICLE) group.push(hit);
    byArticle.set(hit.articleId, group);
  }
  return [...byArticle.values()].flat();
}

function inReadingOrder(hits: readonly PassageHit[]): readonly Evidence[] {
  return hits
    .toSorted((a, b) => a.start - b.start)
    .map(({ articleId, start, end }) => ({ articleId, start, end }));
}
