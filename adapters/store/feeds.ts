import { sql } from 'kysely';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import type { FeedId, Instant } from '../../src/domain/identity.ts';
import type { FeedStore } from '../../src/ports/feed-store.ts';
import { articleCounts } from './article-counts.ts';
import type { Engine } from './engine.ts';
import { feedOf, feedRowOf, pauseColumnsOf, stateColumnsOf } from './feed-row.ts';
import { inChunks } from './in-chunks.ts';
import { atomically, inTurn } from './in-transaction.ts';
import { MIN_REFERENCE } from './reference.ts';
import type { Db } from './tables.ts';

export function feedStore(db: Db, engine: Pick<Engine, 'lock' | 'skipTaken'>): FeedStore {
  return {
    add: (feed) => inTurn(db, engine, (trx) => add(trx, feed)),
    restore: (feed) => inTurn(db, engine, (trx) => restore(trx, feed)),
    remove: (id, at) => atomically(db, (trx) => remove(trx, id, at)),
    find: (reference) => find(db, reference),
    all: async () =>
      (await db.selectFrom('feeds').selectAll().orderBy('title').orderBy('url').execute()).map(feedOf),
    claimDue: (now, leaseUntil, limit) => claimDue(db, engine, { now, leaseUntil, limit }),
    record: (id, state, movedTo) => atomically(db, (trx) => record(trx, id, { state, movedTo })),
    confirm: (id, title) => confirm(db, id, title),
    pause: async (id, pause) => {
      await db.updateTable('feeds').set(pauseColumnsOf(pause)).where('id', '=', id).execute();
    },
    resume: (id, at) => resume(db, id, at),
    untoldPauses: () => untoldPauses(db),
    markPausesTold: (ids) => markPausesTold(db, ids),
    knownItems: (id, keys) => knownItems(db, id, keys),
    articleCounts: (since, until) => articleCounts(db, since, until),
  };
}

async function add(db: Db, feed: Feed): Promise<boolean> {
  const removed = await db
    .selectFrom('removed_feeds')
    .select('id')
    .where(({ or, eb }) => or([eb('id', '=', feed.id), eb('url', '=', feed.url)]))
    .executeTakeFirst();
  return removed ? false : insert(db, feed);
}

async function insert(db: Db, feed: Feed): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('feeds')
    .values(feedRowOf(feed))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

async function restore(db: Db, feed: Feed): Promise<boolean> {
  const isAdded = await insert(db, feed);
  if (!isAdded) return false;
  await db
    .deleteFrom('removed_feeds')
    .where(({ or, eb }) => or([eb('id', '=', feed.id), eb('url', '=', feed.url)]))
    .execute();
  return true;
}

async function remove(db: Db, id: FeedId, at: Instant): Promise<boolean> {
  const feed = await db.deleteFrom('feeds').where('id', '=', id).returning('url').executeTakeFirst();
  if (!feed) return false;
  await db.insertInto('removed_feeds').values({ id, url: feed.url, removed_at: at }).execute();
  return true;
}

async function find(db: Db, reference: string): Promise<Feed | null> {
  const feeds = db.selectFrom('feeds').selectAll();
  const exact = await feeds
    .where(({ or, eb }) => or([eb('id', '=', reference as FeedId), eb('url', '=', reference)]))
    .executeTakeFirst();
  if (exact) return feedOf(exact);
  if (reference.length < MIN_REFERENCE) return null;
  const beginning = sql<string>`substr(id, 1, ${sql.lit(reference.length)})`;
  const [found, another] = await feeds.where(beginning, '=', reference).limit(2).execute();
  return found && !another ? feedOf(found) : null;
}

interface Claim {
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly limit: number;
}

/**
 * One statement, so that of several callers each feed goes to one. The lease stands outside the subquery, too: with
 * several writers the second one looks at the row again once the first has let it go.
 */
async function claimDue(
  db: Db,
  engine: Pick<Engine, 'skipTaken'>,
  { now, leaseUntil, limit }: Claim,
): Promise<readonly Feed[]> {
  const due = db
    .selectFrom('feeds')
    .select('id')
    .where('paused_at', 'is', null)
    .where('next_check_at', '<=', now)
    .where('lease_until', '<=', now)
    .orderBy('next_check_at')
    .orderBy('id')
    .limit(limit);
  const rows = await db
    .updateTable('feeds')
    .set({ lease_until: leaseUntil })
    .where('id', 'in', engine.skipTaken(due))
    .where('lease_until', '<=', now)
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.next_check_at - b.next_check_at || (a.id < b.id ? -1 : 1)).map(feedOf);
}

/** Another feed may be at the new URL already: then this one keeps its own. */
async function record(
  db: Db,
  id: FeedId,
  { state, movedTo }: { state: FeedState; movedTo: string | null },
): Promise<void> {
  const taken =
    movedTo !== null &&
    (await db.selectFrom('feeds').select('id').where('url', '=', movedTo).executeTakeFirst());
  await db
    .updateTable('feeds')
    .set({
      ...stateColumnsOf(state),
      lease_until: 0,
      ...(movedTo !== null && !taken ? { url: movedTo } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** A source of the profile has its name from there. */
async function confirm(db: Db, id: FeedId, title: string): Promise<void> {
  await db.updateTable('feeds').set({ confirmed: 1 }).where('id', '=', id).execute();
  await db
    .updateTable('feeds')
    .set({ title })
    .where('id', '=', id)
    .where('origin', '=', 'operator')
    .execute();
}

async function resume(db: Db, id: FeedId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feeds')
    .set({ ...pauseColumnsOf(null), next_check_at: at, failures: 0, failing_since: null, problem: null })
    .where('id', '=', id)
    .where('paused_at', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

async function untoldPauses(db: Db): Promise<readonly Feed[]> {
  const rows = await db
    .selectFrom('feeds')
    .selectAll()
    .where('paused_at', 'is not', null)
    .where('paused_by', '!=', 'operator')
    .where('pause_told', '=', 0)
    .orderBy('title')
    .orderBy('url')
    .execute();
  return rows.map(feedOf);
}

async function markPausesTold(db: Db, ids: readonly FeedId[]): Promise<void> {
  await inChunks(ids, (chunk) =>
    db.updateTable('feeds').set({ pause_told: 1 }).where('id', 'in', chunk).execute(),
  );
}

async function knownItems(db: Db, id: FeedId, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await inChunks(keys, (chunk) =>
    db
      .selectFrom('feed_items')
      .select(['key', 'hash'])
      .where('feed_id', '=', id)
      .where('key', 'in', chunk)
      .execute(),
  );
  return new Map(rows.flat().map(({ key, hash }) => [key, hash]));
}
