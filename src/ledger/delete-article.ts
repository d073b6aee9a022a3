import type { ArticleId, Instant } from '../domain/identity.ts';
import type { Store } from '../ports/store.ts';
import { movedArticles } from '../stories/moved-articles.ts';
import { joinedTo, regroup } from '../stories/regroup.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { tellLedger } from './tell-ledger.ts';

export interface DeletePorts {
  readonly store: Store;
  readonly index: ProfileIndex;
  readonly now: Instant;
}

/**
 * Takes an article out of the archive, with all that rests on it alone; stories and ledger are then as if it had never
 * come. Its feed does not bring it back. False when there is no such article.
 */
export function deleteArticle(id: ArticleId, { store, index, now }: DeletePorts): Promise<boolean> {
  return store.transaction(async (trx) => {
    const joined = await joinedTo(id, trx);
    const former = await trx.stories.ofArticles([id]);
    const mates = former.flatMap(({ articleIds }) => articleIds).filter((mate) => mate !== id);
    await tellLedger(id, [], index, trx);
    if (!(await trx.articles.delete(id, now))) return false;
    const { stories, before } = await regroup([...new Set([...joined, ...mates])], { index, store: trx });
    const moved = movedArticles({ stories, before: [...before, ...former] }, id);
    for (const each of moved) await tellLedger(each, await trx.ledger.observationsOf(each), index, trx);
    await trx.changes.record([id, ...moved], now);
    return true;
  });
}
