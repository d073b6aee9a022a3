import type { ArticleId } from '../domain/identity.ts';
import { UserError } from '../errors.ts';
import type { Store } from '../ports/store.ts';
import { passagesOf } from './passages-of.ts';

const PAGE = 200;

/**
 * Puts what a copy holds in the place of all that is stored, in one transaction, and indexes it for searching. Resolves
 * with how many articles there are. `UserError` when something is stored already and `isReplacing` does not say to
 * give that up.
 */
export function restoreArchive(file: string, isReplacing: boolean, store: Store): Promise<number> {
  return store.transaction(async (trx) => {
    if (!isReplacing && (await isInUse(trx))) {
      throw new UserError('Something is stored here already. To give it up for the copy, add --replace.');
    }
    await trx.restore(file);
    return indexAll(trx);
  });
}

async function isInUse({ articles, subscriptions }: Store): Promise<boolean> {
  return (await articles.count()) > 0 || (await subscriptions.all()).length > 0;
}

async function indexAll({ articles, understandings, passages }: Store): Promise<number> {
  let indexed = 0;
  for (let last: ArticleId | null = null; ; ) {
    const page = await articles.list(last, PAGE);
    const read = await understandings.getMany(page.map(({ id }) => id));
    const byArticle = new Map(read.map((understanding) => [understanding.articleId, understanding]));
    for (const article of page) {
      const understanding = byArticle.get(article.id);
      if (understanding !== undefined) await passages.index(article.id, passagesOf(article, understanding));
    }
    indexed += page.length;
    last = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return indexed;
  }
}
