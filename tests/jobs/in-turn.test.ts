import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTurn } from '../../src/jobs/in-turn.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';

const CHANNEL = { platform: 'console', id: 'here' };
const MINUTE = 60_000;

let store: Store;
let clock: FakeClock;

beforeEach(async () => {
  store = await anEmptyStore();
  clock = createFakeClock();
});

afterEach(() => store.close());

/** Whose work was done, in order, while the first was at its own. */
async function doneWhileFirst(waits: () => Promise<void>): Promise<readonly string[]> {
  const done: string[] = [];
  const ports = { store, clock };
  await inTurn(CHANNEL, ports, async () => {
    await waits();
    await inTurn(CHANNEL, ports, async () => void done.push('same channel'));
    await inTurn({ ...CHANNEL, id: 'there' }, ports, async () => void done.push('other channel'));
  });
  await inTurn(CHANNEL, ports, async () => void done.push('afterwards'));
  return done;
}

describe('a turn', () => {
  it('keeps others from the same channel until it ends', async () => {
    expect(await doneWhileFirst(async () => {})).toEqual(['other channel', 'afterwards']);
  });

  it('goes to others when its process seems to have died', async () => {
    const done = await doneWhileFirst(() => clock.advanceBy(5 * MINUTE));

    expect(done).toEqual(['same channel', 'other channel', 'afterwards']);
  });

  it('is over for a process that was frozen, also when the others have ended theirs', async () => {
    const ours: boolean[] = [];

    await inTurn(CHANNEL, { store, clock }, async (turn) => {
      ours.push(await turn.isOurs(store));
      await clock.advanceBy(5 * MINUTE);
      await inTurn(CHANNEL, { store, clock }, async () => {});
      ours.push(await turn.isOurs(store));
    });

    expect(ours).toEqual([true, false]);
  });

  it('ends when its work fails', async () => {
    const failed = inTurn(CHANNEL, { store, clock }, () => Promise.reject(new Error('broken')));
    await expect(failed).rejects.toThrow('broken');

    let isDone = false;
    await inTurn(CHANNEL, { store, clock }, async () => {
      isDone = true;
    });

    expect(isDone).toBe(true);
  });
});
