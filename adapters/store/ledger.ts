import { addDays, type Day } from '../../src/domain/day.ts';
import type { AgreementId, ArticleId, EventId } from '../../src/domain/identity.ts';
import type { NewsEvent, Observation } from '../../src/domain/ledger.ts';
import type { LedgerStore } from '../../src/ports/store.ts';
import { readAgreements, replaceSteps } from './agreements.ts';
import { inChunks, inOrderOf } from './in-chunks.ts';
import { atomically } from './in-transaction.ts';
import { listAgreements, listEvents } from './ledger-lists.ts';
import { replaceEntries } from './replace-entries.ts';
import { readJson } from './stored-json.ts';
import type { Db } from './tables.ts';

export function ledgerStore(db: Db): LedgerStore {
  return {
    saveObservations: (id, observations) => atomically(db, (trx) => saveObservations(trx, id, observations)),
    observationsNear: (key, fromDay, toDay) => observationsNear(db, key, fromDay, toDay),
    observationsOf: (id) => observationsOf(db, id),
    replace: (entries, gone) => atomically(db, (trx) => replaceEntries(trx, entries, gone)),
    replaceSteps: (agreement, place, steps) =>
      atomically(db, (trx) => replaceSteps(trx, agreement, place, steps)),
    events: (filter, window, order) => listEvents(db, filter, window, order),
    agreements: (filter, window) => listAgreements(db, filter, window),
    getMany: (ids) => getMany(db, ids),
  };
}

async function saveObservations(db: Db, id: ArticleId, observations: readonly Observation[]): Promise<void> {
  await db.deleteFrom('observations').where('article_id', '=', id).execute();
  const rows = observations.map((observation, position) => ({
    article_id: id,
    position,
    key: observation.key,
    from_day: observation.fromDay,
    to_day: observation.toDay,
    body: JSON.stringify(observation),
  }));
  await inChunks(rows, (chunk) => db.insertInto('observations').values(chunk).execute());
}

/** No observation spans more than a year, so nothing that ends later than this can have begun by the days asked for. */
const LONGEST_SPAN_DAYS = 366;

async function observationsNear(db: Db, key: string, fromDay: Day, toDay: Day) {
  const rows = await db
    .selectFrom('observations')
    .select('body')
    .where('key', '=', key)
    .where('to_day', '>=', fromDay)
    .where('to_day', '<=', addDays(toDay, LONGEST_SPAN_DAYS))
    .where('from_day', '<=', toDay)
    .orderBy('from_day')
    .orderBy('to_day')
    .orderBy('article_id')
    .orderBy('position')
    .execute();
  return rows.map(({ body }) => readJson<Observation>(body));
}

async function observationsOf(db: Db, id: ArticleId): Promise<readonly Observation[]> {
  const rows = await db
    .selectFrom('observations')
    .select('body')
    .where('article_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ body }) => readJson<Observation>(body));
}

/** An id is either an event's or an agreement's; both tables are asked. */
async function getMany(db: Db, ids: readonly (EventId | AgreementId)[]) {
  const eventRows = await inChunks(ids as readonly EventId[], (chunk) =>
    db.selectFrom('events').select('body').where('id', 'in', chunk).execute(),
  );
  const events = eventRows.flat().map(({ body }) => readJson<NewsEvent>(body));
  return {
    events: inOrderOf<EventId | AgreementId, NewsEvent>(ids, events, ({ id }) => id),
    agreements: await readAgreements(db, ids as readonly AgreementId[]),
  };
}
