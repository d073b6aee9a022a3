import type { EditionId, Instant, SubscriptionId } from '../../src/domain/identity.ts';
import type { Edition } from '../../src/domain/subscription.ts';
import type { DueEdition } from '../../src/ports/channel-stores.ts';
import type { EditionRow } from './channel-tables.ts';
import { idFrom } from './content-hash.ts';
import type { Db } from './tables.ts';

interface Claim {
  readonly due: DueEdition;
  readonly now: Instant;
  readonly staleBefore: Instant;
}

/** Each of the two statements is atomic by itself: of several callers one gets a row back. */
export async function claimEdition(db: Db, claim: Claim): Promise<Edition | null> {
  const row = (await claimNew(db, claim)) ?? (await claimStale(db, claim));
  return row ? editionOf(row) : null;
}

/** Selecting from the subscription, rather than naming it, makes a claim of one just removed come to nothing. */
function claimNew(db: Db, { due, now }: Claim): Promise<EditionRow | undefined> {
  const { subscriptionId: id, dueAt } = due;
  return db
    .insertInto('editions')
    .columns([
      'id',
      'subscription_id',
      'kind',
      'due_at',
      'covers_from',
      'corrects',
      'claimed_at',
      'message',
      'closed',
    ])
    .expression(
      awake(db, id, dueAt).select(({ val, cast }) => [
        val(idFrom('e', id, dueAt) as EditionId).as('id'),
        'subscriptions.id as subscription_id',
        val(due.kind).as('kind'),
        cast<number>(val(dueAt), 'bigint').as('due_at'),
        cast<number | null>(val(due.coversFrom), 'bigint').as('covers_from'),
        val(due.corrects).as('corrects'),
        cast<number>(val(now), 'bigint').as('claimed_at'),
        val<string | null>(null).as('message'),
        cast<number>(val(0), 'integer').as('closed'),
      ]),
    )
    .onConflict((conflict) => conflict.columns(['subscription_id', 'due_at']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Taking it over moves the claim time, so that a second caller finds it no longer stale. */
function claimStale(db: Db, { due, now, staleBefore }: Claim): Promise<EditionRow | undefined> {
  const { subscriptionId: id, dueAt } = due;
  return db
    .updateTable('editions')
    .set({ claimed_at: now })
    .where('subscription_id', '=', awake(db, id, dueAt).select('subscriptions.id'))
    .where('due_at', '=', dueAt)
    .where('message', 'is', null)
    .where('closed', '=', 0)
    .where('claimed_at', '<', staleBefore)
    .returningAll()
    .executeTakeFirst();
}

/** The subscription, unless it rests or was still resting at the due time. */
function awake(db: Db, id: SubscriptionId, dueAt: Instant) {
  return db
    .selectFrom('subscriptions')
    .where('subscriptions.id', '=', id)
    .where('subscriptions.paused_at', 'is', null)
    .where(({ or, eb }) =>
      or([eb('subscriptions.resumed_at', 'is', null), eb('subscriptions.resumed_at', '<', dueAt)]),
    );
}

export function editionOf(row: Omit<EditionRow, 'message' | 'closed'>): Edition {
  return {
    id: row.id,
    subscriptionId: row.subscription_id,
    kind: row.kind,
    dueAt: row.due_at,
    coversFrom: row.covers_from,
    corrects: row.corrects,
    claimedAt: row.claimed_at,
  };
}
