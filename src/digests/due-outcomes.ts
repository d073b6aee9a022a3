import type { DueOutcome, DueTimeOutcome } from '../domain/due-outcome.ts';
import type { Instant } from '../domain/identity.ts';
import { latestDueAt } from '../domain/schedule.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { EditionRecord } from '../ports/channel-stores.ts';
import type { Store } from '../ports/store.ts';
import { storedSchedule } from './wake-times.ts';

const LATE_AFTER_MS = 5 * 60_000;
/** Editions to look through: corrections stand between the digests. */
const MOST_EDITIONS = 100;

/** The last due times of a subscription, the newest first, each with the one thing that became of it. */
export async function dueOutcomes(
  subscription: Subscription,
  { now, limit }: { readonly now: Instant; readonly limit: number },
  { editions }: Pick<Store, 'editions'>,
): Promise<readonly DueTimeOutcome[]> {
  const records = await editions.ofSubscription(subscription.id, MOST_EDITIONS);
  const dueAts = dueTimesOf(subscription, now, limit);
  const made = records.map(({ edition }) => edition.dueAt);
  const all = [...new Set([...dueAts, ...made])].sort((a, b) => b - a).slice(0, limit);
  return all.map((dueAt) => {
    const record = records.find(({ edition }) => edition.dueAt === dueAt);
    return {
      kind: record?.edition.kind ?? 'digest',
      dueAt,
      outcome: outcomeOf(dueAt, record, { subscription, records }),
    };
  });
}

interface Known {
  readonly subscription: Subscription;
  readonly records: readonly EditionRecord[];
}

/** One that was claimed by a process that died, and overtaken by the next, is as one that was never claimed. */
function outcomeOf(dueAt: Instant, record: EditionRecord | undefined, known: Known): DueOutcome {
  const outcome = record === undefined ? null : outcomeOfRecord(record);
  if (outcome !== null && outcome.kind !== 'composing') return outcome;
  const without = outcomeWithout(dueAt, known);
  return outcome === null || without.kind === 'folded' ? without : outcome;
}

/** The newest first; an alert has none but those at which it came. */
function dueTimesOf({ timing, zone, createdAt }: Subscription, now: Instant, limit: number): Instant[] {
  if (timing.kind === 'at-once') return [];
  const schedule = storedSchedule(timing.cron);
  const found: Instant[] = [];
  for (let before = now; found.length < limit; ) {
    const dueAt = latestDueAt(schedule, zone, before);
    if (dueAt <= createdAt) break;
    found.push(dueAt);
    before = dueAt - 1;
  }
  return found;
}

export function outcomeOfRecord({ edition, delivery, isClosed }: EditionRecord): DueOutcome {
  if (isClosed) return { kind: 'empty' };
  if (delivery === null) return { kind: 'composing' };
  if (delivery.status === 'failed') return { kind: 'failed', reason: delivery.reason ?? '' };
  if (delivery.sentAt === null) return { kind: 'under-way', reason: delivery.reason };
  return { kind: 'sent', at: delivery.sentAt, isLate: delivery.sentAt - edition.dueAt >= LATE_AFTER_MS };
}

function outcomeWithout(dueAt: Instant, { subscription: { pause }, records }: Known): DueOutcome {
  const later = records
    .filter(({ edition }) => edition.kind !== 'correction' && edition.dueAt > dueAt)
    .at(-1);
  if (later !== undefined) return { kind: 'folded', into: later.edition.dueAt };
  return pause !== null && dueAt >= pause.at ? { kind: 'rested', reason: pause.reason } : { kind: 'open' };
}
