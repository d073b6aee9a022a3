import { describe, expect, it } from 'vitest';
import { createRefusalCount } from '../../../../adapters/chat/discord/rest/refusal-count.ts';
import { createFakeClock } from '../../../fakes/fake-clock.ts';

const MINUTE_MS = 60_000;

describe('the count of what Discord refused', () => {
  it('stops everything for the rest of ten minutes, then begins anew', async () => {
    const clock = createFakeClock();
    const refusals = createRefusalCount(3, clock);
    for (const status of [401, 403, 429]) refusals.note(status, false);

    const atOnce = refusals.pauseMs();
    await clock.advanceBy(4 * MINUTE_MS);
    const later = refusals.pauseMs();
    await clock.advanceBy(6 * MINUTE_MS);

    expect([atOnce, later, refusals.pauseMs()]).toEqual([10 * MINUTE_MS, 6 * MINUTE_MS, null]);
  });

  it('counts neither what was taken, nor what was wrong, nor limits that others caused', () => {
    const refusals = createRefusalCount(1, createFakeClock());

    for (const status of [200, 204, 400, 404, 500]) refusals.note(status, false);
    refusals.note(429, true);

    expect(refusals.pauseMs()).toBeNull();
  });
});
