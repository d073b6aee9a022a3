import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChannelQueue } from '../../../../adapters/chat/discord/sending/channel-queue.ts';

describe('the queues of channels', () => {
  it('keep the order of each channel, however long its work takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.record({ channel: fc.constantFrom('a', 'b'), fails: fc.boolean() }), { maxLength: 12 }),
        async (scheduler, works) => {
          const queue = createChannelQueue();
          const done: string[] = [];

          const all = works.map(({ channel, fails }, place) =>
            queue.run(channel, async () => {
              await scheduler.schedule(Promise.resolve());
              done.push(`${channel}${String(place).padStart(2, '0')}`);
              if (fails) throw new Error('not sent');
            }),
          );
          const settled = Promise.allSettled(all);
          await scheduler.waitFor(settled);
          await settled;

          for (const channel of ['a', 'b']) {
            const own = done.filter((one) => one.startsWith(channel));
            expect(own).toEqual(own.toSorted());
          }
          expect(done).toHaveLength(works.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are forgotten when they are empty', async () => {
    const queue = createChannelQueue();

    await Promise.all(Array.from({ length: 200 }, (_, n) => queue.run(`channel ${n}`, async () => n)));
    await queue.run('another', async () => Promise.reject(new Error('not sent'))).catch(() => {});
    await new Promise((resolve) => setImmediate(resolve));

    expect(queue.size).toBe(0);
  });
});
