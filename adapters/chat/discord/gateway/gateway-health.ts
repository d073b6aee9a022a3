import { Status } from 'discord.js';
import type { AdapterHealth } from '../../../../src/ports/chat-adapter.ts';
import { fatalCloses, words } from '../words.ts';

type GatewayHealth = Pick<AdapterHealth, 'state' | 'detail'>;

/** What is known of the connections to the gateway. */
export interface GatewayFacts {
  readonly isOpen: boolean;
  /** Of every connection, as the library's shards say; what it says of the client as a whole is not true in an outage. */
  readonly statuses: readonly Status[];
  /** The code with which Discord closed a connection for good; null when it did not. */
  readonly fatalCode: number | null;
  /** Why the last attempt failed; null when none did. */
  readonly problem: string | null;
}

export function gatewayHealth({ isOpen, statuses, fatalCode, problem }: GatewayFacts): GatewayHealth {
  if (fatalCode !== null) return { state: 'down', detail: fatalDetail(fatalCode) };
  if (!isOpen) return { state: 'down', detail: null };
  const down = statuses.filter((status) => status !== Status.Ready).length;
  if (down === statuses.length) return { state: 'down', detail: problem ?? words.connecting };
  return down === 0
    ? { state: 'connected', detail: null }
    : { state: 'degraded', detail: words.someDown(down, statuses.length) };
}

function fatalDetail(code: number): string {
  return words.closedForGood(code, fatalCloses[code] ?? words.unknownClose);
}
