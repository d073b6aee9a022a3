import { join } from 'node:path';
import { createProgressBar } from '../adapters/chat/console/progress-bar.ts';
import * as adapters from '../adapters/index.ts';
import { commands } from '../commands/index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type App, type AppParts, createApp } from './app.ts';
import { type Config, SETTINGS } from './config.ts';
import type { Instant } from './domain/identity.ts';
import type { Relationship } from './domain/relationship.ts';
import type { Retention } from './domain/retention.ts';
import { ConfigError } from './errors.ts';
import type { Logger } from './ports/logger.ts';
import type { Store } from './ports/store.ts';

const SAMPLES_DATABASE = 'file:./data/samples.db';
const HOUR_MS = 3_600_000;

/** How the parts are opened, beyond the settings. */
export interface Opening {
  /** What the clock of this run shows first; null for the time. */
  readonly now: Instant | null;
  /** The sample articles may stand in for an empty archive. */
  readonly mayUseSamples: boolean;
  /** Log lines may go to the standard error output. */
  readonly mayLog: boolean;
}

/** The parts over the archive, or over the sample articles as long as the default archive is empty. */
export async function openParts(
  config: Config,
  opening: Opening,
): Promise<{ parts: AppParts; isSamples: boolean }> {
  const store = await openStore(config.databaseUrl);
  const isSamples =
    opening.mayUseSamples &&
    config.databaseUrl === SETTINGS.databaseUrl.default &&
    (await store.articles.count()) === 0;
  if (!isSamples) return { parts: await partsOver(store, config, opening), isSamples };
  await store.close();
  const samples = await partsOver(await openStore(SAMPLES_DATABASE), config, opening);
  const parts = { ...samples, isPolling: false };
  await ingestSamples(createApp(parts), config);
  return { parts, isSamples };
}

async function ingestSamples(app: App, config: Config): Promise<void> {
  await withProgress((onProgress) => app.ingest([join(config.relationshipFolder, 'samples')], onProgress));
}

/** Work that reports how far it is, with a bar on a terminal. */
export async function withProgress<Result>(
  work: (onProgress: (done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  const bar = createProgressBar({
    output: process.stderr,
    isTerminal: process.stderr.isTTY === true,
    columns: () => process.stderr.columns ?? 80,
  });
  let isOpen = false;
  try {
    return await work((_done, total) => {
      if (!isOpen) bar.start(total);
      isOpen = true;
      bar.advance('');
    });
  } finally {
    if (isOpen) bar.stop();
  }
}

export async function partsOver(
  store: Store,
  config: Config,
  { now, mayLog }: Pick<Opening, 'now' | 'mayLog'>,
): Promise<AppParts> {
  const clock = adapters.clock.system(now === null ? {} : { startsAt: now });
  return {
    store,
    relationship: await readRelationship(config),
    commands,
    adapters: [],
    clock,
    logger: openLogger(config, mayLog),
    metrics: adapters.metrics.prometheus(),
    documents: adapters.files.local(),
    fetcher: adapters.fetch.guarded({
      version: packageJson.version,
      clock,
      allow: config.fetchAllow,
      contactUrl: config.fetchContact,
    }),
    threads: adapters.threads.workers(),
    isPolling: config.polling === 'on',
    language: config.language,
    zone: config.timeZone,
    graceMs: config.digestGraceHours * HOUR_MS,
    retention: retentionOf(config),
    operators: config.operators,
  };
}

export function retentionOf({ keepArticlesDays, keepEditionsDays }: Config): Retention {
  return { articlesDays: keepArticlesDays, editionsDays: keepEditionsDays };
}

export async function readRelationship({ relationshipFolder }: Config): Promise<Relationship> {
  const { relationship, problems } = await adapters.profile.yaml().read(relationshipFolder);
  if (relationship !== null) return relationship;
  const first = problems.map(({ file, line, message }) => `${file}:${line} ${message}`).slice(0, 3);
  throw new ConfigError([{ variable: SETTINGS.relationshipFolder.name, problem: first.join('; ') }]);
}

export async function openStore(databaseUrl: string): Promise<Store> {
  const store = await adapters.store.sql(databaseUrl);
  await store.migrate();
  return store;
}

/** Log lines would run into the console's own lines: there, without a file, are none. */
function openLogger({ logLevel, logFile }: Config, mayLog: boolean): Logger {
  const destination = logFile === null ? (mayLog ? process.stderr : null) : { file: logFile };
  return adapters.log.pino({ level: logLevel, destination });
}
