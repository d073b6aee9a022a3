import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFollowedChannel } from '../fixtures/a-followed-channel.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { anAlert } from '../fixtures/an-alert.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-02-10T00:00:00Z');

const minuteOfDay = fc.integer({ min: 0, max: 23 * 60 + 59 });
const aChannelsWish = fc.record({
  coolDownMs: fc.integer({ min: 0, max: 6 }).map((hours) => hours * HOUR),
  fromMinute: minuteOfDay,
  toMinute: minuteOfDay,
  letsImportantThrough: fc.boolean(),
  digestMinute: minuteOfDay,
  /** When stories are reported, in minutes after the start. */
  reports: fc.uniqueArray(fc.integer({ min: 1, max: 20 * 60 }), { minLength: 1, maxLength: 4 }),
});

describe('in one channel', () => {
  it('every story is told exactly once, whatever the times of its alert and its digest', async () => {
    await fc.assert(
      fc.asyncProperty(aChannelsWish, async ({ coolDownMs, digestMinute, reports, ...quietHours }) => {
        const channel = await aFollowedChannel(START, 20);
        await channel.subscribe(anAlert({ coolDownMs, quietHours }, { createdAt: START }));
        const cron = `${digestMinute % 60} ${Math.floor(digestMinute / 60)} * * *`;
        const timing = { kind: 'schedule', cron } as const;
        await channel.subscribe(aSubscription({ id: 'digest-1', timing, createdAt: START }));

        const titles = reports
          .toSorted((a, b) => a - b)
          .map((minute) => [minute, `Story ${minute}x`] as const);
        for (const [minute, title] of titles) await channel.report(START + minute * MINUTE, title);
        await channel.passTo(START + 49 * HOUR);

        for (const [, title] of titles) {
          const telling = channel.sent().filter((text) => text.includes(title));
          expect(telling).toHaveLength(1);
        }
        await channel.close();
      }),
      { numRuns: 8 },
    );
  }, 30_000);
});
