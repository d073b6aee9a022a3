import { archiveAsOf } from './answers/archive-as-of.ts';
import { createInbox } from './chat/create-inbox.ts';
import type { KnownLanguage } from './domain/identity.ts';
import type { Relationship } from './domain/relationship.ts';
import type { Retention } from './domain/retention.ts';
import { ingest, type OnProgress } from './ingest/ingest.ts';
import type { IngestSummary } from './ingest/ingest-summary.ts';
import { acceptArticles } from './jobs/accept-articles.ts';
import { createJobs } from './jobs/create-jobs.ts';
import { createTidying } from './jobs/create-tidying.ts';
import { pollingPorts } from './jobs/polling-ports.ts';
import { endParts } from './operations/end-parts.ts';
import { measureStore } from './operations/measure-store.ts';
import { operationsPages } from './operations/operations-pages.ts';
import type { Phase } from './operations/readiness.ts';
import type { ChatAdapter, Inbox } from './ports/chat-adapter.ts';
import type { Clock } from './ports/clock.ts';
import type { Command } from './ports/command.ts';
import type { Documents } from './ports/documents.ts';
import type { Fetcher } from './ports/fetcher.ts';
import type { Logger } from './ports/logger.ts';
import type { Metrics } from './ports/metrics.ts';
import type { Store } from './ports/store.ts';
import type { Threads } from './ports/threads.ts';
import type { WebPage } from './ports/web-server.ts';
import { createProfileIndex } from './understand/profile-index.ts';

/** Everything the bot is made of; main chooses the parts, tests choose others. */
export interface AppParts {
  readonly store: Store;
  readonly relationship: Relationship;
  readonly commands: readonly Command[];
  readonly adapters: readonly ChatAdapter[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly documents: Documents;
  readonly fetcher: Fetcher;
  readonly threads: Threads;
  /** Whether the feeds of the archive are read while the bot runs. */
  readonly isPolling: boolean;
  readonly language: KnownLanguage;
  readonly zone: string;
  readonly graceMs: number;
  readonly retention: Retention;
  /** Platform ids of the people who may run the commands of operators. */
  readonly operators: readonly string[];
}

/** A platform that could not be started; the others run. */
export interface StartFailure {
  readonly platform: string;
  readonly error: unknown;
}

export interface App {
  readonly inbox: Inbox;
  /** Reads files, folders and URLs into the archive. */
  ingest(inputs: readonly string[], onProgress?: OnProgress): Promise<IngestSummary>;
  /** Jobs first, so that what fell due while the bot was away is ready; then the platforms, as many as can be started. */
  start(): Promise<readonly StartFailure[]>;
  /**
   * The running beat ends while its platforms still listen, then these stop, then the store closes, all within ten
   * seconds. Resolves with the names of the parts that did not end by then.
   */
  stop(): Promise<readonly string[]>;
  /** How the bot is doing, for whoever runs it. */
  readonly pages: readonly WebPage[];
}

/** When the parts have to have ended, counted from the call to stop. */
const STOP_BY = Object.freeze({ jobsMs: 6_000, platformsMs: 9_000, storeMs: 9_500 });

export function createApp(given: AppParts): App {
  const parts = { ...given, store: measureStore(given.store, given) };
  const { store, relationship, clock, adapters, commands } = parts;
  const shown = { ...parts, store: archiveAsOf(store, clock) };
  const inbox = createInbox({ ...shown, health: () => adapters.map((adapter) => adapter.health()) });
  const index = createProfileIndex(relationship);
  const jobs = createJobs(shown, parts.isPolling ? pollingPorts({ ...parts, index }) : null);
  const tidying = createTidying({ ...parts, index });
  let phase: Phase = 'starting';
  let lastBeatAt = clock.now();
  let endBeats = (): void => {};
  return {
    inbox,
    pages: operationsPages({ ...parts, phase: () => phase, lastBeatAt: () => lastBeatAt }),
    ingest: (inputs, onProgress) =>
      ingest(
        inputs,
        { ...parts, accept: (drafts) => acceptArticles(drafts, { store, clock, index }) },
        onProgress,
      ),
    async start() {
      endBeats = clock.everyMinute(async () => {
        lastBeatAt = clock.now();
      });
      await inbox.open();
      jobs.start();
      tidying.start();
      const failures = await Promise.all(adapters.map((adapter) => startOne(adapter, commands, inbox)));
      if (phase === 'starting') phase = 'running';
      return failures.filter((failure) => failure !== null);
    },
    async stop() {
      phase = 'stopping';
      endBeats();
      const platforms = adapters.map((adapter) => ({
        name: adapter.platform,
        end: () => adapter.stop(),
      }));
      const threads = { name: 'threads', end: () => parts.threads.close() };
      return endParts(
        [
          {
            endings: [
              { name: 'jobs', end: () => jobs.stop() },
              { name: 'retention', end: () => tidying.stop() },
            ],
            untilMs: STOP_BY.jobsMs,
          },
          { endings: [threads, ...platforms], untilMs: STOP_BY.platformsMs },
          { endings: [{ name: 'store', end: () => store.close() }], untilMs: STOP_BY.storeMs },
        ],
        clock,
      );
    },
  };
}

async function startOne(
  adapter: ChatAdapter,
  commands: readonly Command[],
  inbox: Inbox,
): Promise<StartFailure | null> {
  try {
    await adapter.start(inbox);
    await adapter.publishCommands(commands);
    return null;
  } catch (error) {
    return { platform: adapter.platform, error };
  }
}
