import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import type { MakeDatabase, TestDatabase } from '../store.ts';
import { HERE, recordDelivery } from './record-delivery.ts';
import { NOW } from './store-in-test.ts';

const CHANNELS = ['a', 'b', 'c', 'd', 'e'];
const ROUNDS = 12;

export function describeManyProcesses(makeDatabase: MakeDatabase): void {
  describe('many processes at once', () => {
    it('send every delivery once, those of a channel in order, and know the same secret', async () => {
      const database = await makeDatabase();
      onTestFinished(() => database.drop());
      const store = await database.open();
      await store.migrate();
      const recorded = await recordInTurns(store);

      const outcomes = await Promise.all([1, 2, 3].map(() => claimAll(database)));

      const taken = outcomes.map((outcome) => outcome.taken);
      expect(taken.flat().toSorted()).toEqual(recorded.toSorted());
      for (const ids of taken) expectInOrder(ids.map((id) => recorded.indexOf(id)));
      expect(new Set(outcomes.map(({ secret }) => secret)).size).toBe(1);
    });
  });
}

async function recordInTurns(store: Store): Promise<readonly string[]> {
  const recorded: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const id of CHANNELS) {
      const delivery = await recordDelivery(store, { channel: { ...HERE, id } });
      recorded.push(delivery.id);
    }
  }
  return recorded;
}

async function claimAll({ address }: TestDatabase): Promise<{ secret: string; taken: readonly string[] }> {
  const workerData = { address, platform: HERE.platform, now: NOW };
  const [outcome] = await once(
    new Worker(new URL('./claim-all.ts', import.meta.url), { workerData }),
    'message',
  );
  return outcome;
}

/** Places in the order of recording, where the channels took turns: those of each channel only grow. */
function expectInOrder(places: readonly number[]): void {
  for (const [turn] of CHANNELS.entries()) {
    const own = places.filter((place) => place % CHANNELS.length === turn);
    expect(own).toEqual(own.toSorted((a, b) => a - b));
  }
}
