import { furthestOf, stepsThatCount } from '../../src/domain/agreement-steps.ts';
import type { Day } from '../../src/domain/day.ts';
import type { AgreementId } from '../../src/domain/identity.ts';
import type { Agreement, AgreementStatus, AgreementStep } from '../../src/domain/ledger.ts';
import { inChunks, inOrderOf } from './in-chunks.ts';
import { readJson } from './stored-json.ts';
import type { Db } from './tables.ts';

type Head = Pick<Agreement, 'id' | 'name' | 'kind'>;

interface Place {
  readonly status: AgreementStatus;
  readonly fromDay: Day;
  readonly toDay: Day;
}

/** In the order of `ids`, with their steps. */
export async function readAgreements(db: Db, ids: readonly AgreementId[]): Promise<readonly Agreement[]> {
  const heads = await inChunks(ids, (chunk) =>
    db.selectFrom('agreements').select(['body', 'status']).where('id', 'in', chunk).execute(),
  );
  const rows = await inChunks(ids, (chunk) =>
    db
      .selectFrom('agreement_steps')
      .selectAll()
      .where('agreement_id', 'in', chunk)
      .orderBy('position')
      .execute(),
  );
  const steps = Map.groupBy(rows.flat(), (row) => row.agreement_id);
  const found = heads.flat().map(({ body, status }): Agreement => {
    const head = readJson<Head>(body);
    const own = (steps.get(head.id) ?? []).map((row) => readJson<AgreementStep>(row.body));
    return { ...head, status, steps: stepsThatCount(own) };
  });
  return inOrderOf(ids, found, ({ id }) => id);
}

/** Called within a transaction, for agreements that are not stored. */
export async function insertAgreement(db: Db, { id, name, kind, status, steps }: Agreement): Promise<void> {
  const last = steps.at(-1)?.onDay ?? null;
  const body = JSON.stringify({ id, name, kind } satisfies Head);
  await db.insertInto('agreements').values({ id, status, last_step_day: last, body }).execute();
  await insertSteps(db, id, steps);
}

/** Called within a transaction. */
export async function replaceSteps(
  db: Db,
  { id, name, kind }: Head,
  { status, fromDay, toDay }: Place,
  steps: readonly AgreementStep[],
): Promise<void> {
  const head = { id, status, last_step_day: null, body: JSON.stringify({ id, name, kind } satisfies Head) };
  await db
    .insertInto('agreements')
    .values(head)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body: head.body }))
    .execute();
  await db
    .deleteFrom('agreement_steps')
    .where('agreement_id', '=', id)
    .where('status', '=', status)
    .where('on_day', '>=', fromDay)
    .where('on_day', '<=', toDay)
    .execute();
  await insertSteps(db, id, steps);
  await sumUp(db, id);
}

async function insertSteps(db: Db, id: AgreementId, steps: readonly AgreementStep[]): Promise<void> {
  const rows = steps.map((step, position) => ({
    agreement_id: id,
    status: step.status,
    on_day: step.onDay,
    position,
    body: JSON.stringify(step),
  }));
  await inChunks(rows, (chunk) => db.insertInto('agreement_steps').values(chunk).execute());
}

/** The status and the last day that lists go by; a mention counts only while there is nothing else. */
async function sumUp(db: Db, id: AgreementId): Promise<void> {
  const days = await db
    .selectFrom('agreement_steps')
    .select(({ fn }) => ['status', fn.min('on_day').as('first'), fn.max('on_day').as('last')])
    .where('agreement_id', '=', id)
    .groupBy('status')
    .execute();
  if (days.length === 0) {
    await db.deleteFrom('agreements').where('id', '=', id).execute();
    return;
  }
  const told = days.filter(({ status }) => status !== 'mentioned');
  const lastDay =
    told.length > 0
      ? told
          .map(({ last }) => last)
          .sort()
          .at(-1)
      : days[0]?.first;
  const status = furthestOf(days.map((each) => each.status));
  await db
    .updateTable('agreements')
    .set({ status, last_step_day: lastDay ?? null })
    .where('id', '=', id)
    .execute();
}
