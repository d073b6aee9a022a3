import type { ArticleId, KnownLanguage } from '../../src/domain/identity.ts';
import { queryTerms } from '../../src/language/index-terms.ts';
import { searchPassages } from '../../src/search/search-passages.ts';
import type { ReadSample, Samples } from './read-samples.ts';
import { type Row, rowByLanguage, showShare } from './table.ts';

/** A query and the articles that answer it; `among` are those that compete. */
interface KnownItem {
  readonly language: KnownLanguage;
  readonly query: string;
  readonly wanted: ReadonlySet<ArticleId>;
  readonly among: ReadonlySet<ArticleId>;
}

interface Ranked {
  readonly language: KnownLanguage;
  /** From 1; null when none of the wanted articles was found. */
  readonly rank: number | null;
}

const PASSAGES = { limit: 200, offset: 0 };
const PASSAGES_ABROAD = { limit: 1000, offset: 0 };
const QUOTED_WORDS = 8;
const CUT_OFF = 10;

/** Known items: an article by its title, by words of a quotation, and by the title of a report in another language. */
export async function measureSearch({ gold, articles, byFile, store }: Samples): Promise<Row[]> {
  const everything = new Set(articles.map(({ article }) => article.id));
  const wantedOf = (one: ReadSample) => new Set(sameReport(one, articles).map(({ article }) => article.id));
  const titles = articles.map((one) => ({
    ...{ language: one.language, query: one.article.title.value },
    ...{ wanted: wantedOf(one), among: everything },
  }));
  const quotations = gold.quotations.flatMap(({ file, text }) => {
    const one = byFile.get(file);
    const query = text.split(/\s+/).slice(0, QUOTED_WORDS).join(' ');
    return one ? [{ language: one.language, query, wanted: wantedOf(one), among: everything }] : [];
  });
  const rank = (items: readonly KnownItem[]) => Promise.all(items.map((item) => rankOf(item, store)));
  const inOther = abroad(articles).map((item) => rankAbroad(item, store));
  const measure = `first / MRR@${CUT_OFF}`;
  return [
    rowByLanguage('Search by title', measure, await rank(titles), showRanks),
    rowByLanguage('Search by quotation', measure, await rank(quotations), showRanks),
    rowByLanguage('Search in another language', measure, await Promise.all(inOther), showRanks),
  ];
}

/** Copies hold the same words, so they are as good an answer as the article itself. */
function sameReport(one: ReadSample, articles: readonly ReadSample[]): ReadSample[] {
  return articles.filter(
    ({ gold, language }) => gold.origin === one.gold.origin && language === one.language,
  );
}

/** The title of each article that is also told in another language, looked for among the articles in all others. */
function abroad(articles: readonly ReadSample[]): KnownItem[] {
  return articles.flatMap((one) => {
    const others = articles.filter(({ language }) => language !== one.language);
    const wanted = others.filter(({ gold }) => gold.story !== null && gold.story === one.gold.story);
    if (wanted.length === 0) return [];
    const ids = (some: readonly ReadSample[]) => new Set(some.map(({ article }) => article.id));
    return {
      language: one.language,
      query: one.article.title.value,
      wanted: ids(wanted),
      among: ids(others),
    };
  });
}

/** By some of the words: all of them stand only in reports in the language of the query. */
async function rankAbroad(
  { language, query, wanted, among }: KnownItem,
  store: Samples['store'],
): Promise<Ranked> {
  const { rows } = await store.passages.search({ terms: queryTerms(query), match: 'any' }, PASSAGES_ABROAD);
  const ids = [...new Set(rows.map(({ articleId }) => articleId))].filter((id) => among.has(id));
  const at = ids.findIndex((id) => wanted.has(id));
  return { language, rank: at < 0 ? null : at + 1 };
}

async function rankOf(
  { language, query, wanted, among }: KnownItem,
  store: Samples['store'],
): Promise<Ranked> {
  const { groups } = await searchPassages(query, PASSAGES, store);
  const ids = groups.map(({ article }) => article.id).filter((id) => among.has(id));
  const at = ids.findIndex((id) => wanted.has(id));
  return { language, rank: at < 0 ? null : at + 1 };
}

function showRanks(ranked: readonly Ranked[]): string {
  const first = ranked.filter(({ rank }) => rank === 1).length / ranked.length;
  const reciprocal = ranked.reduce(
    (sum, { rank }) => sum + (rank === null || rank > CUT_OFF ? 0 : 1 / rank),
    0,
  );
  return `${showShare(first)} / ${showShare(reciprocal / ranked.length)}`;
}
