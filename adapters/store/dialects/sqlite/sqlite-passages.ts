import { type RawBuilder, sql } from 'kysely';
import type { ArticleId, Instant } from '../../../../src/domain/identity.ts';
import type { Page, Passage, PassageHit, PassageQuery, Window } from '../../../../src/ports/store.ts';
import type { PassageIndex } from '../../engine.ts';
import { inChunks } from '../../in-chunks.ts';
import type { Db } from '../../tables.ts';

/** Passages in FTS5. The index keeps no copy of the terms; its row ids are those of `passages`. */
export const sqlitePassages: PassageIndex = { createTables, put, search };

/** The terms are final: only space separates them, and nothing is folded but letter case. */
const TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'";

async function createTables(db: Db): Promise<void> {
  await sql`
    create table passages (
      id integer primary key,
      article_id text not null references articles (id) on delete cascade,
      start_offset integer not null,
      end_offset integer not null,
      published_at integer
    )`.execute(db);
  await sql`create index passages_by_article on passages (article_id)`.execute(db);
  await sql`
    create virtual table passage_terms using fts5 (
      terms, content = '', contentless_delete = 1, tokenize = ${sql.lit(TOKENIZER)}
    )`.execute(db);
  await sql`
    create trigger passages_deleted after delete on passages
    begin delete from passage_terms where rowid = old.id; end`.execute(db);
}

async function put(
  db: Db,
  id: ArticleId,
  publishedAt: Instant | null,
  passages: readonly Passage[],
): Promise<void> {
  await db.deleteFrom('passages').where('article_id', '=', id).execute();
  const newest = await sql<{ id: number | null }>`select max(id) as id from passages`.execute(db);
  const firstId = (newest.rows[0]?.id ?? 0) + 1;
  const numbered = passages.map((passage, index) => ({ ...passage, id: firstId + index }));
  await inChunks(numbered, (chunk) => putRows(db, chunk, publishedAt));
}

type Numbered = Passage & { readonly id: number };

async function putRows(db: Db, passages: readonly Numbered[], publishedAt: Instant | null): Promise<void> {
  const rows = passages.map((passage) => ({
    id: passage.id,
    article_id: passage.articleId,
    start_offset: passage.start,
    end_offset: passage.end,
    published_at: publishedAt,
  }));
  await db.insertInto('passages').values(rows).execute();
  const indexed = passages.map(({ id, terms }) => sql`(${id}, ${terms.join(' ')})`);
  await sql`insert into passage_terms (rowid, terms) values ${sql.join(indexed)}`.execute(db);
}

interface HitRow {
  readonly article_id: ArticleId;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly rank: number;
  readonly total: number;
}

/**
 * BM25 as FTS5 computes it: lower is better there, so the sign is turned. Places are looked up only for the rows that
 * can be shown, ties of the last of them included; a search for a common word would otherwise read half the archive.
 */
async function search(db: Db, query: PassageQuery, window: Window): Promise<Page<PassageHit>> {
  const last = window.offset + window.limit;
  const { rows } = await sql<HitRow>`
    with hits as materialized (${hitsOf(query)}),
    shown as materialized (
      select id, rank from hits
      where rank <= coalesce((select rank from hits order by rank limit 1 offset ${last - 1}), 1e9)
    )
    select p.article_id, p.start_offset, p.end_offset, shown.rank, (select count(*) from hits) as total
    from shown join passages p on p.id = shown.id
    order by shown.rank, p.published_at desc nulls last, p.article_id, p.start_offset
    limit ${window.limit} offset ${window.offset}`.execute(db);
  const total = rows[0]?.total ?? (await countHits(db, query));
  return { rows: rows.map(hitOf), total };
}

async function countHits(db: Db, query: PassageQuery): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${hitsOf(query)})`.execute(db);
  return rows[0]?.total ?? 0;
}

function hitsOf({ terms, match, since, until }: PassageQuery): RawBuilder<unknown> {
  const words = terms.map(quoted).join(match === 'all' ? ' AND ' : ' OR ');
  if (since === undefined && until === undefined) {
    return sql`select rowid as id, rank from passage_terms where passage_terms match ${words}`;
  }
  return sql`
    select t.rowid as id, t.rank as rank
    from passage_terms t join passages p on p.id = t.rowid
    where t.passage_terms match ${words}
      and p.published_at >= ${since ?? Number.MIN_SAFE_INTEGER}
      and p.published_at < ${until ?? Number.MAX_SAFE_INTEGER}`;
}

/** A term as an FTS5 string, so that `NEAR`, `*` and `"` are letters and not operators. */
function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

function hitOf(row: HitRow): PassageHit {
  return { articleId: row.article_id, start: row.start_offset, end: row.end_offset, score: -row.rank };
}
