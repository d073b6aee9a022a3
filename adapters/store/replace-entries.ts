import type { AgreementId, EventId } from '../../src/domain/identity.ts';
import type { Agreement, NewsEvent } from '../../src/domain/ledger.ts';
import { insertAgreement } from './agreements.ts';
import { inChunks } from './in-chunks.ts';
import type { Db } from './tables.ts';

interface Entries {
  readonly events: readonly NewsEvent[];
  readonly agreements: readonly Agreement[];
}

/** Called within a transaction. An entry also replaces what was stored under its own id. */
export async function replaceEntries(
  db: Db,
  { events, agreements }: Entries,
  gone: readonly string[],
): Promise<void> {
  const eventIds = [...new Set([...gone, ...events.map(({ id }) => id)])] as EventId[];
  const agreementIds = [...new Set([...gone, ...agreements.map(({ id }) => id)])] as AgreementId[];
  await inChunks(eventIds, (chunk) => db.deleteFrom('events').where('id', 'in', chunk).execute());
  await inChunks(agreementIds, (chunk) => db.deleteFrom('agreements').where('id', 'in', chunk).execute());
  await insertEvents(db, events);
  for (const agreement of agreements) await insertAgreement(db, agreement);
}

async function insertEvents(db: Db, events: readonly NewsEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    id: event.id,
    kind: event.kind,
    from_day: event.fromDay,
    to_day: event.toDay,
    body: JSON.stringify(event),
  }));
  const people = events.flatMap(({ id, participants }) =>
    unique(participants.map((participant) => participant.id)).map((person) => ({
      person_id: person,
      event_id: id,
    })),
  );
  const topics = events.flatMap(({ id, topicIds }) =>
    unique(topicIds).map((topic) => ({ topic_id: topic, event_id: id })),
  );
  await inChunks(rows, (chunk) => db.insertInto('events').values(chunk).execute());
  await inChunks(people, (chunk) => db.insertInto('event_people').values(chunk).execute());
  await inChunks(topics, (chunk) => db.insertInto('event_topics').values(chunk).execute());
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
