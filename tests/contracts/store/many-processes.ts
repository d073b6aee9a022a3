import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import type { MakeDatabase, TestDatabase } from '../store.ts';
import { HERE, recordDelivery } from './record-delivery.ts';
import { FIRST_TEN, NOW } from './store-in-test.ts';

const CHANNELS = ['a', 'b', 'c', 'd', 'e'];
const ROUNDS = 12;

export function describeManyProcesses(makeDatabase: MakeDatabase): void {
  describe('many processes at once', () => {
    it('send every delivery once and in order, take in every article once, and are told the same secrets', async () => {
      const database = await makeDatabase();
      onTestFinished(() => database.drop());
      const store = await database.open();
      await store.migrate();
      const recorded = await recordInTurns(store);

      const outcomes = await runTogether(database, 3);

      const taken = outcomes.map((outcome) => outcome.taken);
      expect(taken.flat().toSorted()).toEqual(recorded.toSorted());
      for (const ids of taken) expectInOrder(ids.map((id) => recorded.indexOf(id)));
      await expectEachOnce(
        store,
        outcomes.flatMap(({ added }) => added),
      );
      const [first, ...others] = outcomes.map(({ secrets }) => secrets);
      expect(others).toEqual([first, first]);
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

interface Outcome {
  readonly secrets: readonly string[];
  readonly added: readonly string[];
  readonly taken: readonly string[];
}

/** Lets them begin only when all are ready, so that they really meet. */
async function runTogether({ address }: TestDatabase, count: number): Promise<readonly Outcome[]> {
  const workerData = { address, platform: HERE.platform, now: NOW };
  const program = new URL('./process-in-test.ts', import.meta.url);
  const processes = Array.from({ length: count }, () => new Worker(program, { workerData }));
  await Promise.all(processes.map((each) => once(each, 'message')));
  const outcomes = processes.map((each) => once(each, 'message'));
  for (const each of processes) each.postMessage('go');
  return (await Promise.all(outcomes)).map(([outcome]) => outcome);
}

/** With its story and its passage. */
async function expectEachOnce(store: Store, added: readonly string[]): Promise<void> {
  const ids = (await store.articles.list(null, 100)).map(({ id }) => id);
  const passages = await store.passages.search({ terms: ['together'], match: 'all' }, FIRST_TEN);
  expect(added.toSorted()).toEqual(ids);
  expect(await store.stories.ofArticles(ids)).toHaveLength(ids.length);
  expect(passages.total).toBe(ids.length);
}

/** Places in the order of recording, where the channels took turns: those of each channel only grow. */
function expectInOrder(places: readonly number[]): void {
  for (const [turn] of CHANNELS.entries()) {
    const own = places.filter((place) => place % CHANNELS.length === turn);
    expect(own).toEqual(own.toSorted((a, b) => a - b));
  }
}
