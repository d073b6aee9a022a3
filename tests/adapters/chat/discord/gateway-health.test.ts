import { Status } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { gatewayHealth } from '../../../../adapters/chat/discord/gateway/gateway-health.ts';

const OPEN = { isOpen: true, statuses: [Status.Ready], fatalCode: null, problem: null };

describe('the health of the connection to Discord', () => {
  it('is what every connection says of itself', () => {
    const states = [
      [Status.Ready, Status.Ready],
      [Status.Ready, Status.Connecting],
      [Status.Disconnected, Status.Resuming],
      [],
    ].map((statuses) => gatewayHealth({ ...OPEN, statuses }).state);

    expect(states).toEqual(['connected', 'degraded', 'down', 'down']);
  });

  it('says in one sentence what is amiss', () => {
    const some = gatewayHealth({ ...OPEN, statuses: [Status.Ready, Status.Connecting, Status.Ready] });
    const none = gatewayHealth({ ...OPEN, statuses: [Status.Connecting], problem: 'ECONNREFUSED' });
    const fatal = gatewayHealth({ ...OPEN, fatalCode: 4999 });

    expect(some.detail).toBe("1 of 3 connections to Discord's gateway are being made again.");
    expect(none.detail).toBe('ECONNREFUSED');
    expect(fatal.detail).toContain('4999');
  });

  it('is down without a word before it is opened', () => {
    expect(gatewayHealth({ ...OPEN, isOpen: false })).toEqual({ state: 'down', detail: null });
  });
});
