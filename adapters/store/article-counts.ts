import { sql } from 'kysely';
import { dayOf } from '../../src/domain/day.ts';
import type { Instant } from '../../src/domain/identity.ts';
import type { ArticleCount } from '../../src/ports/feed-store.ts';
import type { Db } from './tables.ts';

const DAY_MS = 86_400_000;

/** Days are numbers in the database, so that both engines count alike; the span is found by the index of publications. */
export async function articleCounts(
  db: Db,
  since: Instant,
  until: Instant,
): Promise<readonly ArticleCount[]> {
  const day = sql<number>`articles.published_at / ${sql.lit(DAY_MS)}`;
  const rows = await db
    .selectFrom('articles')
    .leftJoin('understandings', 'understandings.article_id', 'articles.id')
    .select(({ fn }) => [
      'articles.source_id',
      'articles.language',
      day.as('day'),
      fn.countAll<number>().as('articles'),
      sql<number>`count(case when understandings.relevance in ('bilateral', 'one-side') then 1 end)`.as(
        'relevant',
      ),
    ])
    .where('articles.published_at', '>=', since)
    .where('articles.published_at', '<', until)
    .groupBy(['articles.source_id', 'articles.language', day])
    .orderBy(day)
    .orderBy('articles.source_id')
    .orderBy('articles.language')
    .execute();
  return rows.map((row) => ({
    sourceId: row.source_id,
    language: row.language,
    day: dayOf(Number(row.day) * DAY_MS),
    articles: Number(row.articles),
    relevant: Number(row.relevant),
  }));
}
