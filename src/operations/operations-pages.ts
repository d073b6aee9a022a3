import type { Instant } from '../domain/identity.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { WebAnswer, WebPage } from '../ports/web-server.ts';
import { type ReadinessPorts, readinessOf } from './readiness.ts';

export interface OperationsPorts extends ReadinessPorts {
  readonly store: Pick<Store, 'keepsakes' | 'deliveries' | 'subscriptions'>;
  readonly clock: Pick<Clock, 'now' | 'wait'>;
  readonly metrics: Metrics;
  /** When the clock of the bot was last heard. */
  lastBeatAt(): Instant;
}

/** The clock beats every minute; without three beats the process no longer does what it is there for. */
const LONGEST_SILENCE_MS = 3.5 * 60_000;
/** Without the database the other measures are shown all the same. */
const LOOK_UP_MS = 2_000;
const OK: WebAnswer = Object.freeze({ status: 200, contentType: 'text/plain; charset=utf-8', text: 'ok\n' });

/** What whoever runs the bot can look at: whether it lives, whether it can work, and how it is doing. */
export function operationsPages(ports: OperationsPorts): readonly WebPage[] {
  return [
    { path: '/healthz', read: async () => (isAlive(ports) ? OK : unavailable([SILENT])) },
    {
      path: '/readyz',
      async read() {
        const problems = await readinessOf(ports);
        return problems.length === 0 ? OK : unavailable(problems);
      },
    },
    {
      path: '/metrics',
      async read() {
        notePlatforms(ports);
        await Promise.race([noteBehind(ports).catch(() => {}), ports.clock.wait(LOOK_UP_MS)]);
        return { status: 200, ...(await ports.metrics.page()) };
      },
    },
  ];
}

const SILENT = Object.freeze({ part: 'clock', problem: 'has not beaten for minutes' });

function isAlive({ clock, lastBeatAt }: OperationsPorts): boolean {
  return clock.now() - lastBeatAt() < LONGEST_SILENCE_MS;
}

/** One line of JSON for every part that fails. */
function unavailable(problems: readonly object[]): WebAnswer {
  const lines = problems.map((problem) => `${JSON.stringify(problem)}\n`);
  return { status: 503, contentType: 'application/x-ndjson; charset=utf-8', text: lines.join('') };
}

function notePlatforms({ adapters, metrics }: OperationsPorts): void {
  for (const adapter of adapters) {
    const { platform, state } = adapter.health();
    metrics.level('platforms', { platform }, state === 'down' ? 0 : 1);
  }
}

/** A stage that stands still does nothing that could be timed; this shows it. */
async function noteBehind({ store, adapters, clock, metrics }: OperationsPorts): Promise<void> {
  const now = clock.now();
  const note = (stage: string, dueAt: Instant | null | undefined) => {
    metrics.level('stageBehind', { stage }, Math.max(now - (dueAt ?? now), 0) / 1_000);
  };
  const [awaited] = await store.subscriptions.awaited(now, 1);
  note('editions', awaited?.since);
  note('deliveries', await store.deliveries.nextDueAt(adapters.map((adapter) => adapter.health().platform)));
}
