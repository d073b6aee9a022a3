import type { Agreement, AgreementStatus, NewsEvent } from '../../src/domain/ledger.ts';
import type { EventFilter, Page, Window } from '../../src/ports/store.ts';
import { readAgreements } from './agreements.ts';
import { readJson } from './stored-json.ts';
import type { Db } from './tables.ts';

export async function listEvents(
  db: Db,
  filter: EventFilter,
  { limit, offset }: Window,
  order: 'newest' | 'oldest' = 'newest',
): Promise<Page<NewsEvent>> {
  const fitting = eventsFitting(db, filter);
  const rows = await fitting
    .select('body')
    .orderBy('from_day', order === 'oldest' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await fitting
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(({ body }) => readJson<NewsEvent>(body)), total: Number(total) };
}

function eventsFitting(db: Db, { kind, personId, topicIds = [], fromDay, toDay }: EventFilter) {
  let events = db.selectFrom('events');
  if (kind !== undefined) events = events.where('kind', '=', kind);
  if (fromDay !== undefined) events = events.where('to_day', '>=', fromDay);
  if (toDay !== undefined) events = events.where('from_day', '<=', toDay);
  if (topicIds.length > 0) {
    const onTopic = db.selectFrom('event_topics').select('event_id').where('topic_id', 'in', topicIds);
    events = events.where('id', 'in', onTopic);
  }
  if (personId !== undefined) {
    const withPerson = db.selectFrom('event_people').select('event_id').where('person_id', '=', personId);
    events = events.where('id', 'in', withPerson);
  }
  return events;
}

export async function listAgreements(
  db: Db,
  { status }: { status?: AgreementStatus },
  { limit, offset }: Window,
): Promise<Page<Agreement>> {
  const all = db.selectFrom('agreements');
  const fitting = status === undefined ? all : all.where('status', '=', status);
  const rows = await fitting
    .select('id')
    .orderBy('last_step_day', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await fitting
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: await readAgreements(
      db,
      rows.map(({ id }) => id),
    ),
    total: Number(total),
  };
}
