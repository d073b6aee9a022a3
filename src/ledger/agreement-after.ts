import type { Agreement, AgreementStep, Observation } from '../domain/ledger.ts';
import type { Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { reachOf } from './group-observations.ts';
import { agreementOf, isAgreement, mergeSteps } from './merge-agreements.ts';
import { withoutExaggeration } from './without-exaggeration.ts';

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** The observations of one key that may have to do with an article, before and after it was read. */
export interface LedgerChange {
  readonly before: readonly Observation[];
  readonly after: readonly Observation[];
}

/** What a change makes of its agreement. Nothing when it stays as it is stored: most articles only mention again what is known. */
export async function agreementAfter(change: LedgerChange, index: ProfileIndex, store: Store) {
  const touched = [...change.before, ...change.after].find(isAgreement);
  const instrument = index.relationship.instruments.find(({ id }) => id === touched?.agreementId);
  if (touched === undefined || instrument === undefined) return { agreements: [], gone: [] };
  const stored = (await store.ledger.getMany([instrument.id as Agreement['id']])).agreements[0];
  const near = agreementOf(instrument, await stepsAfter(change, stored, store));
  const agreement = beginsLater(near, stored)
    ? agreementOf(instrument, await allSteps(touched.key, store))
    : near;
  if (agreement === null) return { agreements: [], gone: [instrument.id] };
  return { agreements: isChanged(agreement, stored) ? [agreement] : [], gone: [] };
}

/** The many steps out of reach are the stored ones themselves, and need no second look. */
function isChanged({ name, kind, steps }: Agreement, stored: Agreement | undefined): boolean {
  if (stored?.name !== name || stored.kind !== kind || stored.steps.length !== steps.length) return true;
  return steps.some((step, at) => {
    const former = stored.steps[at];
    return step !== former && JSON.stringify(step) !== JSON.stringify(former);
  });
}

/** The stored steps outside the reach of a change, and those inside it as they are now. */
async function stepsAfter({ before, after }: LedgerChange, stored: Agreement | undefined, store: Store) {
  const reach = reachOf([...before, ...after], 0);
  const elsewhere = (stored?.steps ?? []).filter(
    ({ onDay }) => reach === null || onDay < reach.fromDay || onDay > reach.toDay,
  );
  return [...elsewhere, ...mergeSteps(await withoutExaggeration(after.filter(isAgreement), store))];
}

/** Mentions after the first step were not stored; without that step one of them may count. */
function beginsLater(now: Agreement | null, stored: Agreement | undefined): boolean {
  const began = stored?.steps[0];
  const begins = now?.steps[0];
  return began !== undefined && (begins === undefined || begins.onDay > began.onDay);
}

async function allSteps(key: string, store: Store): Promise<AgreementStep[]> {
  const all = await store.ledger.observationsNear(key, FIRST_DAY, LAST_DAY);
  return mergeSteps(await withoutExaggeration(all.filter(isAgreement), store));
}
