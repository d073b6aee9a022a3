import { dayOf, startOfDay } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';
import type { DigestPorts } from './edition-request.ts';
import { type Snapshot, type Span, takeSnapshot } from './snapshot.ts';

/** Gives a snapshot that holds at least a span. */
export type Snapshots = (span: Span) => Promise<Snapshot>;

/** Editions of one beat look at much the same: what they share is read and worked out once. */
export function shareSnapshots(ports: DigestPorts): Snapshots {
  const taken = new Map<string, Promise<Snapshot>>();
  return ({ fromAt, toAt }) => {
    const from: Instant = startOfDay(dayOf(fromAt));
    const key = `${from} ${toAt}`;
    const snapshot = taken.get(key) ?? takeSnapshot({ fromAt: from, toAt }, ports);
    taken.set(key, snapshot);
    return snapshot;
  };
}
