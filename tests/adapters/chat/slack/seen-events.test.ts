import { describe, expect, it } from 'vitest';
import { createSeenEvents } from '../../../../adapters/chat/slack/conversation/seen-events.ts';
import type { Leases } from '../../../../src/ports/channel-stores.ts';
import { createFakeClock } from '../../../fakes/fake-clock.ts';
import { createFakeLogger } from '../../../fakes/fake-logger.ts';
import { leasesInMemory } from '../../../fixtures/leases-in-memory.ts';

const MINUTE_MS = 60_000;

function processes(leases: Leases = leasesInMemory()) {
  const clock = createFakeClock();
  const logger = createFakeLogger();
  const aProcess = (processId: string, most?: number) =>
    createSeenEvents({ leases, processId, clock, logger }, most);
  return { clock, logger, aProcess };
}

describe('events that were seen', () => {
  it('are known until many newer ones came, so that the memory does not grow', async () => {
    const { aProcess } = processes({ hold: async () => true, release: async () => {} });
    const isFirst = aProcess('one', 3);

    const answers: boolean[] = [];
    for (const id of ['a', 'a', 'b', 'c', 'a', 'd', 'a', 'd']) answers.push(await isFirst(id));

    expect(answers).toEqual([true, false, true, true, false, true, true, false]);
  });

  it('by one process are not answered by another one to which they are sent again', async () => {
    const { aProcess } = processes();
    const [one, other] = [aProcess('one'), aProcess('other')];

    const answers = await Promise.all([one('a'), other('a'), other('b'), one('b')]);

    expect(answers).toEqual([true, false, true, false]);
  });

  it('leave nothing behind once they are sent no more', async () => {
    const leases = leasesInMemory();
    const { aProcess, clock } = processes(leases);
    await aProcess('one')('a');
    const before = leases.names();

    await clock.advanceBy(15 * MINUTE_MS);

    expect(before).toEqual(['slack event a']);
    expect(leases.names()).toEqual([]);
  });

  it('are answered when the database cannot say whether they were seen', async () => {
    const hold = () => Promise.reject(new Error('locked'));
    const { aProcess, logger } = processes({ hold, release: async () => {} });

    expect(await aProcess('one')('a')).toBe(true);
    expect(logger.lines.map(({ event }) => event)).toEqual(['slack event not looked up']);
  });

  it('are answered when the database hangs', async () => {
    const hold = () => new Promise<never>(() => {});
    const { aProcess, clock } = processes({ hold, release: async () => {} });

    const answer = aProcess('one')('a');
    await clock.advanceBy(2_000);

    expect(await answer).toBe(true);
  });
});
