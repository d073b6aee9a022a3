import { describe } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { describeArticles } from './store/articles.ts';
import { describeChanges } from './store/changes.ts';
import { describeDatabase } from './store/database.ts';
import { describeDeliveries } from './store/deliveries.ts';
import { describeDeliveryOrder } from './store/delivery-order.ts';
import { describeEditionRecords } from './store/edition-records.ts';
import { describeEditions } from './store/editions.ts';
import { describeFeeds } from './store/feeds.ts';
import { describeInstallations } from './store/installations.ts';
import { describeKeepsakes } from './store/keepsakes.ts';
import { describeLeases } from './store/leases.ts';
import { describeLedger } from './store/ledger.ts';
import { describeManyProcesses } from './store/many-processes.ts';
import { describeMutes } from './store/mutes.ts';
import { describePassages } from './store/passages.ts';
import { describePauses } from './store/pauses.ts';
import { describePreferences } from './store/preferences.ts';
import { describeStories } from './store/stories.ts';
import { describeSubscriptions } from './store/subscriptions.ts';
import { describeTransactions } from './store/transactions.ts';
import { describeUnderstandings } from './store/understandings.ts';
import { describeWaking } from './store/waking.ts';

/** A database of one engine that a test may open several times; `address` is a DATABASE_URL nobody else uses. */
export interface TestDatabase {
  readonly address: string;
  open(): Promise<Store>;
  /** Runs one statement past the store, as an operator could. */
  run(statement: string): Promise<void>;
  /** Closes what was opened and removes the database. */
  drop(): Promise<void>;
}

export type MakeDatabase = () => Promise<TestDatabase>;

/** What every engine behind the Store port must do. */
export function describeStore(name: string, makeDatabase: MakeDatabase): void {
  describe(`store over ${name}`, () => {
    describeArticles(makeDatabase);
    describeUnderstandings(makeDatabase);
    describeStories(makeDatabase);
    describeLedger(makeDatabase);
    describePassages(makeDatabase);
    describeSubscriptions(makeDatabase);
    describePauses(makeDatabase);
    describeEditions(makeDatabase);
    describeDeliveries(makeDatabase);
    describeDeliveryOrder(makeDatabase);
    describePreferences(makeDatabase);
    describeInstallations(makeDatabase);
    describeKeepsakes(makeDatabase);
    describeFeeds(makeDatabase);
    describeChanges(makeDatabase);
    describeLeases(makeDatabase);
    describeMutes(makeDatabase);
    describeWaking(makeDatabase);
    describeEditionRecords(makeDatabase);
    describeTransactions(makeDatabase);
    describeDatabase(makeDatabase);
    describeManyProcesses(makeDatabase);
  });
}
