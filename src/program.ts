import { join } from 'node:path';
import { CONSOLE_CHANNEL } from '../adapters/chat/console/console-adapter.ts';
import { createProgressBar } from '../adapters/chat/console/progress-bar.ts';
import { renderMessage } from '../adapters/chat/console/render.ts';
import * as adapters from '../adapters/index.ts';
import { commands } from '../commands/index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { exportArchive } from './answers/export-archive.ts';
import { exportText } from './answers/export-text.ts';
import { type App, type AppParts, createApp } from './app.ts';
import { type Call, readArguments, USAGE } from './arguments.ts';
import { completeLine, lastWordOf } from './chat/complete-line.ts';
import { type Config, readConfig, SETTINGS } from './config.ts';
import type { Instant } from './domain/identity.ts';
import type { Message } from './domain/message.ts';
import type { Relationship } from './domain/relationship.ts';
import { ConfigError, UserError } from './errors.ts';
import { greetingMessage } from './messages/greeting-message.ts';
import { ingestReport } from './messages/ingest-report.ts';
import { wordsIn } from './messages/words-in.ts';
import type { Logger } from './ports/logger.ts';
import type { Store } from './ports/store.ts';

const SAMPLES_DATABASE = 'file:./data/samples.db';
const HOUR_MS = 3_600_000;
const EXIT = { ok: 0, failed: 1, refused: 2 } as const;

const { stdin, stdout, stderr } = process;

/** Does what the person asked for on the command line. Resolves with the exit code. */
export async function runProgram(parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  stdout.once('error', leaveWhenUnread);
  try {
    const config = readConfig(env);
    return await perform(readArguments(parameters, config.timeZone), config);
  } catch (error) {
    return explain(error);
  }
}

async function perform(call: Call, config: Config): Promise<number> {
  switch (call.kind) {
    case 'usage':
      stdout.write(`${USAGE}\n`);
      return EXIT.ok;
    case 'profile-check':
      return checkProfile(call.folder);
    case 'start':
      return start(call.now, config);
    case 'run':
      return run(call, config);
    case 'ingest':
      return ingest(call, config);
    case 'export':
      return withStore(config, async (store) => {
        const relationship = await readRelationship(config);
        const archive = await exportArchive(store, relationship);
        const context = { relationship, now: adapters.clock.system().now(), words: wordsIn(config.language) };
        stdout.write(exportText(archive, call.format, context));
      });
    case 'migrate':
      return withStore(config, async () => void stdout.write('The database is up to date.\n'));
    case 'backup':
      return withStore(config, async (store) => {
        await store.backup(call.file);
        stdout.write(`Copied to ${call.file}.\n`);
      });
  }
}

/** Opens the bot. Resolves when the person leaves or the process is told to stop. */
async function start(now: Instant | null, config: Config): Promise<number> {
  if (config.console === 'off') {
    throw new ConfigError([
      { variable: 'CONSOLE', problem: 'is off and no chat platform is set up; set it to auto or on' },
    ]);
  }
  const { parts, isSamples } = await openParts(config, now);
  const left = Promise.withResolvers<void>();
  const console = adapters.chat.console({
    input: stdin,
    output: stdout,
    isTerminal: stdin.isTTY === true && stdout.isTTY === true,
    columns: () => stdout.columns ?? 80,
    hasColour: hasColour(),
    rootCommand: config.rootCommand,
    historyFile: config.historyFile,
    zone: config.timeZone,
    greeting: greetingMessage({
      articles: await parts.store.articles.count(),
      isSamples,
      relationship: parts.relationship,
      language: config.language,
    }),
    complete: (line) => [completeLine(line, commands, parts.relationship), lastWordOf(line)],
    onLeave: () => left.resolve(),
  });
  const app = createApp({ ...parts, adapters: [console] });
  process.once('SIGINT', () => left.resolve());
  process.once('SIGTERM', () => left.resolve());
  await app.start();
  await left.promise;
  await app.stop();
  return EXIT.ok;
}

/** One command, one answer. */
async function run(call: Extract<Call, { kind: 'run' }>, config: Config): Promise<number> {
  const { parts, isSamples } = await openParts(config, call.now);
  const app = createApp(parts);
  if (isSamples)
    stderr.write('No articles of your own are stored yet: this answer is from the sample articles.\n\n');
  const message = await app.inbox.answer({
    channel: CONSOLE_CHANNEL,
    userId: 'console',
    line: call.line,
    isManager: true,
    isOperator: true,
    zone: config.timeZone,
  });
  stdout.write(call.isJson ? `${JSON.stringify(message, null, 2)}\n` : `${rendered(message)}\n`);
  await app.stop();
  return EXIT.ok;
}

async function ingest(call: Extract<Call, { kind: 'ingest' }>, config: Config): Promise<number> {
  const app = createApp(await partsOver(await openStore(config.databaseUrl), config, call.now));
  const summary = await withProgress((onProgress) => app.ingest(call.inputs, onProgress));
  stdout.write(
    call.isJson
      ? `${JSON.stringify(summary, null, 2)}\n`
      : `${rendered(ingestReport(summary, config.language))}\n`,
  );
  await app.stop();
  return summary.totals.failed > 0 ? EXIT.failed : EXIT.ok;
}

async function checkProfile(folder: string): Promise<number> {
  const { relationship, problems } = await adapters.profile.yaml().read(folder);
  for (const { file, line, message } of problems) stdout.write(`${join(folder, file)}:${line} ${message}\n`);
  if (relationship === null || problems.length > 0) return EXIT.failed;
  const { people, sources, topics, name } = relationship;
  stdout.write(
    `${name} is sound: ${people.length} people, ${sources.length} sources, ${topics.length} topics.\n`,
  );
  return EXIT.ok;
}

/** The parts over the archive, or over the sample articles as long as the default archive is empty. */
async function openParts(
  config: Config,
  now: Instant | null,
): Promise<{ parts: AppParts; isSamples: boolean }> {
  const store = await openStore(config.databaseUrl);
  const isSamples =
    config.databaseUrl === SETTINGS.databaseUrl.default && (await store.articles.count()) === 0;
  if (!isSamples) return { parts: await partsOver(store, config, now), isSamples };
  await store.close();
  const parts = await partsOver(await openStore(SAMPLES_DATABASE), config, now);
  await ingestSamples(createApp(parts), config);
  return { parts, isSamples };
}

async function ingestSamples(app: App, config: Config): Promise<void> {
  await withProgress((onProgress) => app.ingest([join(config.relationshipFolder, 'samples')], onProgress));
}

async function withProgress<Result>(
  work: (onProgress: (done: number, total: number) => void) => Promise<Result>,
) {
  const bar = createProgressBar({
    output: stderr,
    isTerminal: stderr.isTTY === true,
    columns: () => stderr.columns ?? 80,
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

async function partsOver(store: Store, config: Config, now: Instant | null): Promise<AppParts> {
  return {
    store,
    relationship: await readRelationship(config),
    commands,
    adapters: [],
    clock: adapters.clock.system(now === null ? {} : { startsAt: now }),
    logger: openLogger(config),
    documents: adapters.files.local(),
    fetcher: adapters.fetch.guarded({ version: packageJson.version }),
    language: config.language,
    zone: config.timeZone,
    graceMs: config.digestGraceHours * HOUR_MS,
  };
}

async function readRelationship({ relationshipFolder }: Config): Promise<Relationship> {
  const { relationship, problems } = await adapters.profile.yaml().read(relationshipFolder);
  if (relationship !== null) return relationship;
  const first = problems.map(({ file, line, message }) => `${file}:${line} ${message}`).slice(0, 3);
  throw new ConfigError([{ variable: SETTINGS.relationshipFolder.name, problem: first.join('; ') }]);
}

async function openStore(databaseUrl: string): Promise<Store> {
  const store = await adapters.store.sql(databaseUrl);
  await store.migrate();
  return store;
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<number> {
  const store = await openStore(config.databaseUrl);
  await work(store).finally(() => store.close());
  return EXIT.ok;
}

/** Log lines would run into the console's own lines, so without a file there are none. */
function openLogger({ logLevel, logFile }: Config): Logger {
  return adapters.log.pino({ level: logLevel, destination: logFile === null ? null : { file: logFile } });
}

function rendered(message: Message): string {
  const columns = stdout.isTTY === true ? stdout.columns : Number.POSITIVE_INFINITY;
  return renderMessage(message, { columns, hasColour: hasColour(), hasLinks: stdout.isTTY === true });
}

/** Also no when the person set NO_COLOR. */
function hasColour(): boolean {
  return stdout.isTTY === true && stdout.hasColors();
}

/** What the person who called the program reads when it cannot go on. */
function explain(error: unknown): number {
  if (error instanceof UserError) stderr.write(`${error.message}\n`);
  else if (error instanceof ConfigError) {
    stderr.write('The settings need mending:\n');
    for (const { variable, problem } of error.problems) stderr.write(`  ${variable}: ${problem}\n`);
  } else stderr.write(`Something went wrong. ${error instanceof Error ? error.stack : String(error)}\n`);
  return error instanceof UserError || error instanceof ConfigError ? EXIT.refused : EXIT.failed;
}

/** Who reads the output may stop early, as `head` does; then there is nobody to tell. */
function leaveWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
}
