import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../adapters/store/dialects/sqlite.ts';
import { articlesMigration } from '../../../adapters/store/migrations/001-articles.ts';
import { storiesMigration } from '../../../adapters/store/migrations/002-stories.ts';
import { ledgerMigration } from '../../../adapters/store/migrations/003-ledger.ts';
import { passagesMigration } from '../../../adapters/store/migrations/004-passages.ts';
import { subscriptionsMigration } from '../../../adapters/store/migrations/005-subscriptions.ts';
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Tables } from '../../../adapters/store/tables.ts';
import type { SubscriptionId } from '../../../src/domain/identity.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../../fixtures/a-subscription.ts';
import { folderInTest } from './folder-in-test.ts';

const NOW = 1_770_000_000_000;
const LEASE = NOW + 60_000;

let file = '';

beforeEach(async () => {
  file = `${await folderInTest()}/live.db`;
  await migrateTo005(file);
});

it('subscriptions run on', async () => {
  const before = aSubscription({ topicIds: ['trade'], personIds: ['tokayev'] });
  run(subscriptionRow('sub-1', { topicIds: '["trade"]', personIds: '["tokayev"]' }));

  const store = await openMigrated();

  expect(await store.subscriptions.all()).toEqual([before]);
  expect(await store.subscriptions.untoldPauses()).toEqual([]);
  expect(await store.editions.claim(dueEdition(before.id, NOW), NOW, 0)).not.toBeNull();
});

it('what was told and the last due time stay known', async () => {
  run(subscriptionRow('sub-1'), editionRow('e-1', { dueAt: NOW }));
  run("insert into edition_told values ('sub-1', 'article:1')");
  const id = 'sub-1' as SubscriptionId;

  const store = await openMigrated();

  expect(await store.editions.lastDueAt(id)).toBe(NOW);
  expect([...(await store.editions.told([id], ['article:1'])).keys()]).toEqual(['article:1']);
});

it('deliveries keep what is known of them', async () => {
  run(subscriptionRow('sub-1'), editionRow('e-1'), editionRow('e-2'));
  run(deliveryRow('d-1', 'e-1', { status: 'sent', sentAt: NOW }));
  run(deliveryRow('d-2', 'e-2', { status: 'failed', reason: 'too long' }));

  const store = await openMigrated();

  const [failed, sent] = await store.deliveries.ofSubscription('sub-1' as SubscriptionId, 5);
  expect(sent).toEqual({
    id: 'd-1',
    editionId: 'e-1',
    channel: { platform: 'console', id: 'here' },
    status: 'sent',
    attempts: 1,
    nextAttemptAt: NOW,
    reason: null,
    sentAt: NOW,
    triedSince: null,
    posts: [],
    replyTo: null,
  });
  expect(failed).toMatchObject({ id: 'd-2', status: 'failed', reason: 'too long' });
  expect(await store.deliveries.countByStatus()).toEqual({ failed: 1, sent: 1 });
});

it('deliveries that waited are sent in the order in which their editions were claimed', async () => {
  run(subscriptionRow('sub-1'), subscriptionRow('sub-2', { channelId: 'there' }));
  run(editionRow('e-1', { claimedAt: NOW - 1 }), editionRow('e-2', { claimedAt: NOW - 3 }));
  run(editionRow('e-3', { claimedAt: NOW - 2 }), editionRow('e-4', { subscriptionId: 'sub-2' }));
  for (const n of [1, 2, 3]) run(deliveryRow(`d-${n}`, `e-${n}`));
  run(deliveryRow('d-4', 'e-4', { channelId: 'there' }));

  const store = await openMigrated();

  expect((await drain(store)).filter((id) => id !== 'd-4')).toEqual(['d-2', 'd-3', 'd-1']);
  expect(await store.deliveries.countByStatus()).toEqual({ sent: 4 });
});

it('new deliveries line up behind those that waited', async () => {
  run(subscriptionRow('sub-1'), editionRow('e-1'), deliveryRow('d-1', 'e-1'));

  const store = await openMigrated();
  const edition = await store.editions.claim(dueEdition('sub-1' as SubscriptionId, NOW), NOW, 0);
  if (edition) await store.editions.compose(edition, aComposed(aMessage(), []), aSubscription().channel);

  const [first, second, ...others] = await drain(store);
  expect([first, others]).toEqual(['d-1', []]);
  expect(second).toMatch(/^d-[0-9a-f]{16}$/);
});

async function migrateTo005(database: string): Promise<void> {
  const engine = openSqlite(database);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const migrations = {
    '001-articles': articlesMigration,
    '002-stories': storiesMigration,
    '003-ledger': ledgerMigration,
    '004-passages': passagesMigration(engine.passages),
    '005-subscriptions': subscriptionsMigration,
  };
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  await db.destroy();
  if (error) throw error;
}

function run(...statements: readonly string[]): void {
  const database = new DatabaseSync(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

async function openMigrated(): Promise<Store> {
  const store = await openStore(`file:${file}`);
  onTestFinished(() => store.close());
  await store.migrate();
  return store;
}

/** Sends everything that waits, one after the other. */
async function drain(store: Store): Promise<readonly string[]> {
  const claimed = await store.deliveries.claimNext(NOW, LEASE, ['console']);
  if (claimed === null) return [];
  await store.deliveries.markSent(claimed.delivery.id, NOW);
  return [claimed.delivery.id, ...(await drain(store))];
}

function subscriptionRow(
  id: string,
  { channelId = 'here', topicIds = '[]', personIds = '[]' }: Partial<Record<string, string>> = {},
): string {
  const { zone, createdBy, createdAt } = aSubscription();
  const values = [id, 'console', channelId, '0 8 * * *', zone, topicIds, personIds, createdBy, createdAt];
  return insert('subscriptions', values);
}

interface EditionChoices {
  readonly subscriptionId?: string;
  readonly claimedAt?: number;
  readonly dueAt?: number;
}

/** Composed; the number at the end of its id tells its due time where none is given. */
function editionRow(id: string, choices: EditionChoices = {}): string {
  const dueAt = choices.dueAt ?? NOW - 100 + Number(id.slice(2));
  const { subscriptionId = 'sub-1', claimedAt = NOW } = choices;
  return insert('editions', [id, subscriptionId, dueAt, claimedAt, JSON.stringify(aMessage()), 0]);
}

interface DeliveryChoices {
  readonly channelId?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly sentAt?: number;
}

function deliveryRow(id: string, editionId: string, choices: DeliveryChoices = {}): string {
  const { channelId = 'here', status = 'recorded', reason = null, sentAt = null } = choices;
  return insert('deliveries', [id, editionId, 'console', channelId, status, 1, NOW, reason, sentAt]);
}

function insert(table: string, values: readonly (string | number | null)[]): string {
  const literals = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  return `insert into ${table} values (${literals.join(', ')})`;
}
