import { describe, expect, it, vi } from 'vitest';
import { anInbox } from '../../../fixtures/an-inbox.ts';
import { aDiscord } from '../../../fixtures/discord/a-discord.ts';
import { outage } from '../../../fixtures/discord/discord-server.ts';

/** The library keeps five seconds, and up to one and a half more, between two sessions. */
const PATIENT = { interval: 10, timeout: 9_000 };

describe.concurrent('after a long outage, Discord', () => {
  it('is connected to again; meanwhile the bot says that it is down, and since when', async ({
    onTestFinished,
  }) => {
    const { adapter, server, run, seen, dispose } = await aDiscord();
    onTestFinished(dispose);
    await adapter.start(anInbox());
    const before = adapter.health();

    const over = outage(server, 1_200);
    await vi.waitFor(() => expect(adapter.health().state).toBe('down'), PATIENT);
    const during = adapter.health();
    await over;
    await vi.waitFor(() => expect(adapter.health().state).toBe('connected'), PATIENT);
    run({ command: 'latest' });
    await vi.waitFor(() => expect(seen()).toEqual(['the answer']), PATIENT);

    expect(during.since).toBeGreaterThan(before.since);
    expect(during.detail).toMatch(/Discord/);
    expect(adapter.health().detail).toBeNull();
    expect(adapter.health().since).toBeGreaterThanOrEqual(during.since);
  });

  it('gets a new session when the old one is over', async ({ onTestFinished }) => {
    const { adapter, server, run, seen, dispose } = await aDiscord();
    onTestFinished(dispose);
    await adapter.start(anInbox());

    server.gateway.invalidate();
    await vi.waitFor(() => expect(adapter.health().state).toBe('down'), PATIENT);
    await vi.waitFor(() => expect(adapter.health().state).toBe('connected'), PATIENT);
    run({ command: 'latest' });
    await vi.waitFor(() => expect(seen()).toEqual(['the answer']), PATIENT);

    expect(server.gateway.counts.identified).toBe(2);
  });
});
