import type { EditionId, Instant } from '../domain/identity.ts';
import type { DigestPorts, EditionRequest } from './edition-request.ts';
import { factOf, subjectOf } from './told-keys.ts';

/** What earlier editions have told of some subjects. */
export interface ToldFacts {
  has(key: string): boolean;
  /** What was told of a subject, the latest last. */
  of(subject: string): readonly string[];
  /** The same for all to whom the same was told in the same order. */
  readonly mark: string;
}

/** Nothing for a digest on request. */
export async function readTold(
  subjects: readonly string[],
  { toldTo }: Pick<EditionRequest, 'toldTo'>,
  { store }: DigestPorts,
): Promise<ToldFacts> {
  if (toldTo.length === 0) return { has: () => false, of: () => [], mark: '' };
  const told = await store.editions.told(toldTo, subjects);
  const keys = Map.groupBy(told.keys(), subjectOf);
  const several = [...keys.values()].filter((ofOne) => ofOne.length > 1).flat();
  const dueAt = await dueTimes(
    several.flatMap((key) => told.get(key) ?? []),
    store,
  );
  const order = (key: string) => dueAt.get(told.get(key) ?? ('' as EditionId)) ?? 0;
  const inOrder = (subject: string) => (keys.get(subject) ?? []).toSorted((a, b) => order(a) - order(b));
  return {
    has: (key) => told.has(key),
    of: (subject) => inOrder(subject).map(factOf),
    mark: [...keys.keys()].sort().flatMap(inOrder).join('\n'),
  };
}

async function dueTimes(
  ids: readonly EditionId[],
  { editions }: DigestPorts['store'],
): Promise<ReadonlyMap<EditionId, Instant>> {
  if (ids.length === 0) return new Map();
  const records = await editions.getMany([...new Set(ids)]);
  return new Map(records.map(({ edition }) => [edition.id, edition.dueAt]));
}
