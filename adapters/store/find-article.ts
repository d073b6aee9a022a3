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
    const [found, another] = await db.selectFrom('articles').select('id').where(condition).limit(2).execute();
    if (another) return null;
    if (found) return read(db, found.id);
  }
  return null;
}

async function read(db: Db, id: ArticleRow['id']): Promise<Article> {
  return articleOf(
    await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
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
  const length = [...ending].length;
  const tail = sql<string>`substr(locator, length(locator) - ${length - 1})`;
  return where(tail, '=', ending);
}
