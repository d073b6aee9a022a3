import type { ArticleId } from '../../src/domain/identity.ts';
import type { Page, Passage, PassageHit, PassageQuery, PassageStore, Window } from '../../src/ports/store.ts';
import type { PassageIndex } from './engine.ts';
import { atomically } from './in-transaction.ts';
import type { Db } from './tables.ts';

export function passageStore(db: Db, passageIndex: PassageIndex): PassageStore {
  return {
    index: (id, passages) => atomically(db, (trx) => index(trx, id, passages, passageIndex)),
    search: (query, window) => search(db, query, window, passageIndex),
  };
}

async function index(
  db: Db,
  id: ArticleId,
  passages: readonly Passage[],
  passageIndex: PassageIndex,
): Promise<void> {
  const { published_at } = await db
    .selectFrom('articles')
    .select('published_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await passageIndex.put(db, id, published_at, passages);
}

async function search(
  db: Db,
  query: PassageQuery,
  window: Window,
  passageIndex: PassageIndex,
): Promise<Page<PassageHit>> {
  const terms = [...new Set(query.terms.map(withoutControls))].filter((term) => term !== '');
  if (terms.length === 0) return { rows: [], total: 0 };
  return passageIndex.search(db, { ...query, terms }, window);
}

/** Engines read a query as text; a NUL would cut it short. */
function withoutControls(term: string): string {
  return term.replaceAll(/\p{Cc}/gu, ' ').trim();
}
