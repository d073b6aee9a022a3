import type { Article, ArticleDraft, SaveOutcome } from '../domain/article.ts';
import type { ArticleId, Instant } from '../domain/identity.ts';
import { observe } from '../ledger/observe.ts';
import { tellLedger } from '../ledger/tell-ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { fingerprintOf } from '../stories/fingerprint.ts';
import { movedArticles } from '../stories/moved-articles.ts';
import { placeArticle } from '../stories/place-article.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { understand } from '../understand/understand.ts';
import { passagesOf } from './passages-of.ts';

export interface AcceptPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly index: ProfileIndex;
}

/**
 * Takes drafts through every stage in one transaction: stored, understood, placed in a story, told in the ledger and
 * indexed, or not at all. A crash loses the batch and nothing else; the same batch again changes nothing.
 */
export function acceptArticles(drafts: readonly ArticleDraft[], ports: AcceptPorts): Promise<SaveOutcome[]> {
  const now = ports.clock.now();
  return ports.store.transaction(async (store) => {
    const outcomes: SaveOutcome[] = [];
    for (const draft of drafts) outcomes.push(await acceptDraft(draft, now, ports.index, store));
    return outcomes;
  });
}

async function acceptDraft(
  draft: ArticleDraft,
  now: Instant,
  index: ProfileIndex,
  store: Store,
): Promise<SaveOutcome> {
  if ((await store.articles.standingOf(draft)) === 'deleted') return 'unchanged';
  const { article, outcome } = await store.articles.save(draft, now);
  if (outcome !== 'unchanged') await store.changes.record(await process(article, index, store), now);
  return outcome;
}

/** Resolves with the articles for which something has changed: this one, and those that moved because of it. */
async function process(article: Article, index: ProfileIndex, store: Store): Promise<readonly ArticleId[]> {
  const read = understand(article, index, article.storedAt);
  if (read.publication !== article.publication)
    await store.articles.setPublication(article.id, read.publication);
  const fingerprint = fingerprintOf(article, read, index);
  await store.understandings.save(read.understanding, fingerprint);
  const placement = await placeArticle(fingerprint, index, store);
  await tellLedger(article.id, observe(article, read, index), index, store);
  const moved = movedArticles(placement, article.id);
  for (const id of moved) await tellLedger(id, await store.ledger.observationsOf(id), index, store);
  await store.passages.index(article.id, passagesOf(article, read.understanding));
  return [article.id, ...moved];
}
