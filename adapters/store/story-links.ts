import type { ArticleId } from '../../src/domain/identity.ts';
import type { ArticleLink } from '../../src/domain/story.ts';
import { inChunks } from './in-chunks.ts';
import { readJson } from './stored-json.ts';
import type { Db } from './tables.ts';

/** Called within a transaction. */
export async function saveLinks(db: Db, id: ArticleId, links: readonly ArticleLink[]): Promise<void> {
  await db
    .deleteFrom('article_links')
    .where((where) => where.or([where('a', '=', id), where('b', '=', id)]))
    .execute();
  const rows = links.map((link) => ({ ...link, reasons: JSON.stringify(link.reasons) }));
  await inChunks(rows, (chunk) => db.insertInto('article_links').values(chunk).execute());
}

export async function linksOf(
  db: Db,
  ids: readonly ArticleId[],
  kinds?: readonly ArticleLink['kind'][],
): Promise<readonly ArticleLink[]> {
  const links = db.selectFrom('article_links').selectAll().orderBy('a').orderBy('b').orderBy('kind');
  const wanted = kinds === undefined ? links : links.where('kind', 'in', kinds);
  const chunks = await inChunks(ids, (chunk) =>
    wanted.where((where) => where.or([where('a', 'in', chunk), where('b', 'in', chunk)])).execute(),
  );
  // A link between two chunks is found by both.
  const rows = new Map(chunks.flat().map((row) => [`${row.a} ${row.b} ${row.kind}`, row]));
  return [...rows.values()].map(({ a, b, kind, score, reasons }) => ({
    a,
    b,
    kind,
    score,
    reasons: readJson<string[]>(reasons),
  }));
}
