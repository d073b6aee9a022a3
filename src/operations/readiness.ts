import type { ChatAdapter } from '../ports/chat-adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

export type Phase = 'starting' | 'running' | 'stopping';

/** A part on whose account nobody should be sent here. */
export interface Unready {
  readonly part: string;
  /** Says nothing of addresses, people or texts: whoever asks need not be an operator. */
  readonly problem: string;
}

export interface ReadinessPorts {
  readonly store: Pick<Store, 'keepsakes'>;
  readonly adapters: readonly Pick<ChatAdapter, 'health'>[];
  readonly clock: Pick<Clock, 'wait'>;
  phase(): Phase;
}

const DATABASE_DEADLINE_MS = 3_000;

/** What keeps the bot from doing its work; nothing when it is ready. One platform that works is enough. */
export async function readinessOf(ports: ReadinessPorts): Promise<readonly Unready[]> {
  const phase = ports.phase();
  return [
    ...(phase === 'running' ? [] : [{ part: 'bot', problem: `is ${phase}` }]),
    ...(phase === 'stopping' ? [] : await databaseProblems(ports)),
    ...platformProblems(ports),
  ];
}

/** A look-up by a key, which is not there: it costs next to nothing and needs the database all the same. */
async function databaseProblems({ store, clock }: ReadinessPorts): Promise<readonly Unready[]> {
  const isAnswered = store.keepsakes.line('').then(
    () => true,
    () => false,
  );
  const isLate = clock.wait(DATABASE_DEADLINE_MS).then(() => false);
  const isReady = await Promise.race([isAnswered, isLate]);
  return isReady ? [] : [{ part: 'database', problem: 'does not answer' }];
}

function platformProblems({ adapters }: ReadinessPorts): readonly Unready[] {
  const healths = adapters.map((adapter) => adapter.health());
  if (healths.some(({ state }) => state !== 'down')) return [];
  return healths.map(({ platform, since }) => ({
    part: platform,
    problem: `is down since ${new Date(since).toISOString()}`,
  }));
}
