import { describe, expect, it } from 'vitest';
import { liveAMonth } from '../crash/live-a-month.ts';

describe('a bot that is killed while it posts', () => {
  it('delivers every edition that is due, each once, on both platforms', async () => {
    const lived = await liveAMonth({
      ...{ databaseUrl: null, days: 0.5, kills: 3, channelsEach: 16, seed: 7, longestLifeMs: 5_000 },
      ...{ aimedShare: 1, hasArticles: false },
    });

    expect(lived.due).toBeGreaterThan(8);
    expect(lived).toMatchObject({ delivered: lived.due, folded: 0, lost: 0, unasked: 0 });
    expect(lived).toMatchObject({ posts: lived.due, duplicates: 0, strays: 0 });
    expect(lived.killsAtPosts).toBeGreaterThan(0);
  }, 60_000);
});
