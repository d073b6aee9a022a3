import { archiveAsOf } from './answers/archive-as-of.ts';
import { createInbox } from './chat/answer-command.ts';
import type { KnownLanguage } from './domain/identity.ts';
import type { Relationship } from './domain/relationship.ts';
import { ingest, type OnProgress } from './ingest/ingest.ts';
import type { IngestSummary } from './ingest/ingest-summary.ts';
import { acceptArticles } from './jobs/accept-articles.ts';
import { createJobs } from './jobs/create-jobs.ts';
import type { ChatAdapter, Inbox } from './ports/chat-adapter.ts';
import type { Clock } from './ports/clock.ts';
import type { Command } from './ports/command.ts';
import type { Documents } from './ports/documents.ts';
import type { Fetcher } from './ports/fetcher.ts';
import type { Logger } from './ports/logger.ts';
import type { Store } from './ports/store.ts';
import { createProfileIndex } from './understand/profile-index.ts';

/** Everything the bot is made of; main chooses the parts, tests choose others. */
export interface AppParts {
  readonly store: Store;
  readonly relationship: Relationship;
  readonly commands: readonly Command[];
  readonly adapters: readonly ChatAdapter[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly documents: Documents;
  readonly fetcher: Fetcher;
  readonly language: KnownLanguage;
  readonly zone: string;
  readonly graceMs: number;
}

export interface App {
  readonly inbox: Inbox;
  /** Reads files, folders and URLs into the archive. */
  ingest(inputs: readonly string[], onProgress?: OnProgress): Promise<IngestSummary>;
  /** Jobs first, so that what fell due while the bot was away is ready; then the platforms. */
  start(): Promise<void>;
  /** The running beat ends while its platforms still listen, then these stop, then the store closes. */
  stop(): Promise<void>;
}

export function createApp(parts: AppParts): App {
  const { store, relationship, clock, adapters, commands } = parts;
  const shown = { ...parts, store: archiveAsOf(store, clock) };
  const inbox = createInbox(shown);
  const jobs = createJobs(shown);
  const index = createProfileIndex(relationship);
  return {
    inbox,
    ingest: (inputs, onProgress) =>
      ingest(
        inputs,
        { ...parts, accept: (drafts) => acceptArticles(drafts, { store, clock, index }) },
        onProgress,
      ),
    async start() {
      jobs.start();
      for (const adapter of adapters) {
        await adapter.publishCommands(commands);
        await adapter.start(inbox);
      }
    },
    async stop() {
      await jobs.stop();
      for (const adapter of adapters) await adapter.stop();
      await store.close();
    },
  };
}
