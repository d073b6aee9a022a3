import type { Instant } from '../domain/identity.ts';
import type { Retention } from '../domain/retention.ts';
import { deleteArticle } from '../ledger/delete-article.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';

const DAY_MS = 24 * 3_600_000;
/** Between them others have their turn. */
const BATCH = 20;

export interface RetentionPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly index: ProfileIndex;
  readonly retention: Retention;
}

/** What is older than it is to be kept. */
export interface Outdated {
  readonly articles: number;
  readonly editions: number;
}

/** How much the settings would delete now. */
export async function countOutdated(
  { articlesDays, editionsDays }: Retention,
  now: Instant,
  { articles, editions }: Pick<Store, 'articles' | 'editions'>,
): Promise<Outdated> {
  return {
    articles: articlesDays === null ? 0 : await articles.countBefore(before(articlesDays, now)),
    editions: editionsDays === null ? 0 : await editions.countBefore(before(editionsDays, now)),
  };
}

/**
 * Deletes what is older than it is to be kept, a few at a time, until `isStopped`. Whatever rests on an article goes with
 * it; what was told stays told, and the last edition of a subscription stays, so that nothing comes twice.
 */
export async function applyRetention(ports: RetentionPorts, isStopped: () => boolean): Promise<void> {
  const { store, clock, logger, retention } = ports;
  const now = clock.now();
  const outdated = await countOutdated(retention, now, store);
  if (outdated.articles + outdated.editions === 0) return;
  const { articlesDays, editionsDays } = retention;
  if (articlesDays !== null) await deleteArticles(before(articlesDays, now), ports, isStopped);
  if (editionsDays !== null) await store.editions.deleteBefore(before(editionsDays, now));
  logger.info('retention applied', { ...outdated });
}

async function deleteArticles(
  at: Instant,
  { store, clock, index }: RetentionPorts,
  isStopped: () => boolean,
): Promise<void> {
  for (;;) {
    const ids = await store.articles.idsBefore(at, BATCH);
    if (ids.length === 0 || isStopped()) return;
    for (const id of ids) await deleteArticle(id, { store, index, now: clock.now() });
  }
}

function before(days: number, now: Instant): Instant {
  return now - days * DAY_MS;
}
