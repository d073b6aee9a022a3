import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Article } from '../../src/domain/article.ts';
import { articleOf } from './article-row.ts';
import { MIN_REFERENCE, startsWith } from './reference.ts';
import type { ArticleRow, Db, Tables } from './tables.ts';

type Condition = (
  where: ExpressionBuilder<Tables, 'articles'>,
) => ExpressionWrapper<Tables, 'articles', SqlBool>;

/**
 * The first way of reading the reference that fits any article decides: when it fits several, nobody can know which was
 * meant. A whole file name comes before the mere end of one, so that `1.txt` is found beside `11.txt`.
 */
export async function findArticle(db: Db, reference: string): Promise<Article | null> {
  for (const condition of readingsOf(reference)) {
    const rows = await db.selectFrom('articles').selectAll().where(condition).limit(2).execute();
    if (rows.length > 0) return only(rows);
  }
  return null;
}

function readingsOf(reference: string): readonly Condition[] {
  const exact: Condition[] = [
    (where) => where('id', '=', reference as ArticleRow['id']),
    (where) => where('url', '=', reference),
    (where) => where('locator', '=', reference),
  ];
  if (reference.length < MIN_REFERENCE) return exact;
  return [
    ...exact,
    (where) => startsWith(where, 'id', reference),
    (where) => endsWith(where, `/${reference}`),
    (where) => endsWith(where, reference),
  ];
}

function endsWith(where: Parameters<Condition>[0], ending: string): ReturnType<Condition> {
  const tail = sql<string>`substr(locator, length(locator) - ${ending.length - 1})`;
  return where(tail, '=', ending);
}

function only(rows: readonly ArticleRow[]): Article | null {
  const [row, another] = rows;
  return row && !another ? articleOf(row) : null;
}
