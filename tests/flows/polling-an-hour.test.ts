import { beforeAll, describe, expect, it } from 'vitest';
import { type Hour, pollAnHour } from '../jobs/poll-an-hour.ts';

const FEEDS = 300;
const HOSTS = 60;
const PAUSE_MS = 2_000;

let hour: Hour;

beforeAll(async () => {
  hour = await pollAnHour({ feeds: FEEDS, hosts: HOSTS });
});

describe('three hundred feeds on sixty hosts, through an hour', () => {
  it('are all read, and every article is stored', () => {
    const brought = hour.feeds.map(({ state }) => state.articles);

    expect(Math.min(...brought)).toBeGreaterThanOrEqual(1);
    expect(hour.articles).toBe(brought.reduce((sum, articles) => sum + articles, 0));
  });

  it('cost each host one or two requests a feed', () => {
    expect(hour.requestsByHost.size).toBe(HOSTS);
    for (const { length } of hour.requestsByHost.values()) {
      expect(length).toBeGreaterThanOrEqual(FEEDS / HOSTS);
      expect(length).toBeLessThanOrEqual((2 * FEEDS) / HOSTS);
    }
  });

  it('never meet at one host, and leave it a pause', () => {
    for (const requests of hour.requestsByHost.values()) {
      const inOrder = requests.toSorted((a, b) => a.startedAt - b.startedAt);
      const pauses = inOrder
        .slice(1)
        .map(({ startedAt }, place) => startedAt - (inOrder[place]?.endedAt ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(PAUSE_MS);
    }
  });

  it('leave little behind in memory', () => {
    expect(hour.heapGrowthMiB).toBeLessThan(100);
  });
});
