import { rename, rm } from 'node:fs/promises';
import type { Store } from '../../src/ports/store.ts';
import { articleStore } from './articles.ts';
import { changeStore } from './changes.ts';
import { deliveryStore } from './deliveries.ts';
import { editionStore } from './editions.ts';
import type { Engine } from './engine.ts';
import { feedStore } from './feeds.ts';
import type { FingerprintReader } from './fingerprint-reader.ts';
import { inTransaction } from './in-transaction.ts';
import { installationStore } from './installations.ts';
import { keepsakeStore } from './keepsakes.ts';
import { leaseStore } from './leases.ts';
import { ledgerStore } from './ledger.ts';
import { migrateToLatest } from './migrate-to-latest.ts';
import { muteStore } from './mutes.ts';
import { passageStore } from './passages.ts';
import { preferenceStore } from './preferences.ts';
import { restore } from './restore.ts';
import { storyStore } from './stories.ts';
import { subscriptionStore } from './subscriptions.ts';
import type { Db } from './tables.ts';
import { understandingStore } from './understandings.ts';

/** The store over a database or, within `transaction`, over one of its transactions. */
export function storeOver(db: Db, engine: Engine, readFingerprint: FingerprintReader): Store {
  return {
    articles: articleStore(db, engine),
    understandings: understandingStore(db, readFingerprint),
    stories: storyStore(db),
    ledger: ledgerStore(db),
    passages: passageStore(db, engine.passages),
    subscriptions: subscriptionStore(db),
    editions: editionStore(db, engine),
    deliveries: deliveryStore(db, engine),
    preferences: preferenceStore(db),
    installations: installationStore(db),
    keepsakes: keepsakeStore(db),
    feeds: feedStore(db, engine),
    mutes: muteStore(db),
    changes: changeStore(db),
    leases: leaseStore(db),
    transaction: (work) => inTransaction(db, engine, (trx) => work(storeOver(trx, engine, readFingerprint))),
    migrate: () => migrateToLatest(db, engine),
    backup: (file) => backup(db, engine, file),
    restore: (file) => restore(db, file),
    claimSole: () => engine.claimSole(),
    close: async () => {
      await db.destroy();
      await engine.close();
    },
  };
}

/** A copy appears under its name only when it is whole; an older one of that name is replaced. */
async function backup(db: Db, engine: Engine, file: string): Promise<void> {
  const partial = `${file}.part`;
  await rm(partial, { force: true });
  await engine.copyTo(db, partial);
  await rename(partial, file);
}
