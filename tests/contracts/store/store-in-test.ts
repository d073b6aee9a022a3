import { afterEach, beforeEach } from 'vitest';
import type { ArticleId } from '../../../src/domain/identity.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aDraft, type DraftChoices } from '../../fixtures/an-article.ts';
import type { MakeDatabase } from '../store.ts';

export const NOW = Date.parse('2026-02-10T06:00:00Z');
export const FIRST_TEN = { limit: 10, offset: 0 };

/** A fresh, migrated store for each test of the block; call the returned function inside a test. */
export function storeInTest(makeDatabase: MakeDatabase): () => Store {
  let drop = async () => {};
  let current: Store | null = null;
  beforeEach(async () => {
    const database = await makeDatabase();
    drop = database.drop;
    current = await database.open();
    await current.migrate();
  });
  afterEach(() => drop());
  return () => {
    if (!current) throw new Error('The store is there only within a test.');
    return current;
  };
}

/** Stores articles with the given last parts of their URLs and returns their ids in that order. */
export async function storeArticles(
  store: Store,
  names: readonly string[],
  choices: DraftChoices = {},
): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const name of names)
    ids.push(await storeArticle(store, { url: `https://example.org/${name}`, ...choices }));
  return ids;
}

export async function storeArticle(store: Store, choices: DraftChoices = {}): Promise<ArticleId> {
  const { article } = await store.articles.save(aDraft(choices), NOW);
  return article.id;
}
