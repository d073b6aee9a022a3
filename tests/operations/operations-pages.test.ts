import { describe, expect, it } from 'vitest';
import { createPromMetrics } from '../../adapters/metrics/prom-metrics.ts';
import { type OperationsPorts, operationsPages } from '../../src/operations/operations-pages.ts';
import type { AdapterHealth } from '../../src/ports/chat-adapter.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';

const NOW = Date.parse('2026-02-10T03:00:00Z');

const chat = (platform: string, state: AdapterHealth['state']) => ({
  health: () => ({ platform, state, since: NOW, detail: 'ECONNREFUSED 10.0.0.5' }),
});
/** Whose look-up comes to this, and in which work has waited since these times. */
const database = (
  line: () => Promise<string | null>,
  waiting: { readonly edition?: number; readonly delivery?: number } = {},
) =>
  ({
    keepsakes: { line },
    subscriptions: {
      awaited: async () => (waiting.edition === undefined ? [] : [{ since: waiting.edition }]),
    },
    deliveries: { nextDueAt: async () => waiting.delivery ?? null },
  }) as unknown as OperationsPorts['store'];

function pagesOf(overrides: Partial<OperationsPorts> = {}) {
  const clock = createFakeClock(NOW);
  const pages = operationsPages({
    store: database(async () => null),
    adapters: [chat('one', 'connected')],
    clock,
    metrics: createPromMetrics(),
    phase: () => 'running',
    lastBeatAt: () => NOW,
    ...overrides,
  });
  const read = async (path: string) => {
    const page = pages.find((each) => each.path === path);
    if (page === undefined) throw new Error(`There is no ${path}.`);
    return page.read();
  };
  return { clock, read };
}

describe('the bot is ready', () => {
  it('when the database answers and a platform works, though another is down', async () => {
    const { read } = pagesOf({ adapters: [chat('one', 'degraded'), chat('two', 'down')] });

    expect(await read('/readyz')).toMatchObject({ status: 200, text: 'ok\n' });
  });

  it('not when all platforms are down; each is named on a line, without its own words', async () => {
    const { read } = pagesOf({ adapters: [chat('one', 'down'), chat('two', 'down')] });

    const { status, text } = await read('/readyz');

    expect(status).toBe(503);
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { part: 'one', problem: 'is down since 2026-02-10T03:00:00.000Z' },
      { part: 'two', problem: 'is down since 2026-02-10T03:00:00.000Z' },
    ]);
  });

  it('not when the database fails, whose words stay out', async () => {
    const { read } = pagesOf({
      store: database(() => Promise.reject(new Error('postgres://bot:hunter2@db'))),
    });

    const { status, text } = await read('/readyz');

    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ part: 'database', problem: 'does not answer' });
  });

  it('not when the database hangs', async () => {
    const { read, clock } = pagesOf({ store: database(() => new Promise(() => {})) });

    const answer = read('/readyz');
    await clock.advanceBy(3_000);

    expect(await answer).toMatchObject({ status: 503 });
  });

  it.each(['starting', 'stopping'] as const)('not while it is %s', async (phase) => {
    const { read } = pagesOf({ phase: () => phase });

    const { status, text } = await read('/readyz');

    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ part: 'bot', problem: `is ${phase}` });
  });
});

describe('the bot is alive', () => {
  it.each([
    [3, 200],
    [4, 503],
  ])('%i minutes after the last beat of its clock: %i', async (minutes, status) => {
    const { read } = pagesOf({ lastBeatAt: () => NOW - minutes * 60_000 });

    expect(await read('/healthz')).toMatchObject({ status });
  });
});

describe('its measures', () => {
  it('say which platforms are connected', async () => {
    const { read } = pagesOf({ adapters: [chat('one', 'degraded'), chat('two', 'down')] });

    const { text } = await read('/metrics');

    expect(text).toContain('dragoman_platform_up{platform="one"} 1');
    expect(text).toContain('dragoman_platform_up{platform="two"} 0');
  });

  it('say how long work has been waiting for each stage', async () => {
    const answering = async () => null;
    const busy = database(answering, { edition: NOW - 120_000, delivery: NOW - 7_000 });
    const idle = database(answering, { delivery: NOW + 60_000 });

    const [late, early] = await Promise.all([busy, idle].map((store) => pagesOf({ store }).read('/metrics')));

    expect(late?.text).toContain('dragoman_stage_behind_seconds{stage="editions"} 120');
    expect(late?.text).toContain('dragoman_stage_behind_seconds{stage="deliveries"} 7');
    expect(early?.text).toContain('dragoman_stage_behind_seconds{stage="editions"} 0');
    expect(early?.text).toContain('dragoman_stage_behind_seconds{stage="deliveries"} 0');
  });

  it('are shown without the database, too', async () => {
    const store = { ...database(async () => null), subscriptions: { awaited: () => new Promise(() => {}) } };
    const { read, clock } = pagesOf({ store: store as unknown as OperationsPorts['store'] });

    const answer = read('/metrics');
    await clock.advanceBy(2_000);

    expect((await answer).text).toContain('dragoman_platform_up');
  });
});
