import { join } from 'node:path';
import { consoleCommand } from '../adapters/chat/console/console-adapter.ts';
import { renderMessage } from '../adapters/chat/console/render.ts';
import * as adapters from '../adapters/index.ts';
import { exportArchive } from './answers/export-archive.ts';
import { exportText } from './answers/export-text.ts';
import { createApp } from './app.ts';
import { type Call, readArguments, usage } from './arguments.ts';
import { type Config, type Env, readConfig } from './config.ts';
import type { Message } from './domain/message.ts';
import { ConfigError, TemporaryError, UserError } from './errors.ts';
import { countOutdated } from './jobs/apply-retention.ts';
import { restoreArchive } from './jobs/restore-archive.ts';
import { ingestReport } from './messages/ingest-report.ts';
import { wordsIn } from './messages/words-in.ts';
import {
  openParts,
  openStore,
  partsOver,
  readRelationship,
  retentionOf,
  withProgress,
} from './open-parts.ts';
import { callPlatform, platformCalls } from './open-platforms.ts';
import type { Store } from './ports/store.ts';
import { hasColour, startBot } from './start-bot.ts';

const EXIT = { ok: 0, failed: 1, refused: 2 } as const;

const { stdout, stderr } = process;

/** Does what the person asked for on the command line. Resolves with the exit code. */
export async function runProgram(parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  stdout.once('error', leaveWhenUnread);
  try {
    const config = readConfig(env);
    return await perform(readArguments(parameters, config.timeZone, platformCalls), config, env);
  } catch (error) {
    return explain(error);
  }
}

async function perform(call: Call, config: Config, env: Env): Promise<number> {
  switch (call.kind) {
    case 'usage':
      stdout.write(`${usage(platformCalls)}\n`);
      return EXIT.ok;
    case 'profile-check':
      return checkProfile(call.folder);
    case 'start':
      return (await startBot(call.now, config, env)) ? EXIT.ok : EXIT.refused;
    case 'platform':
      stdout.write(`${await callPlatform(call, config, env)}\n`);
      return EXIT.ok;
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
    case 'retention':
      return withStore(config, async (store) => {
        const outdated = await countOutdated(retentionOf(config), adapters.clock.system().now(), store);
        stdout.write(`${wordsIn(config.language).program.outdated(outdated.articles, outdated.editions)}\n`);
      });
    case 'restore':
      return withStore(config, async (store) => {
        const articles = await restoreArchive(call.file, call.isReplacing, store);
        stdout.write(`Restored from ${call.file}; articles: ${articles}.\n`);
      });
  }
}

/** One command, one answer. */
async function run(call: Extract<Call, { kind: 'run' }>, config: Config): Promise<number> {
  const opening = { now: call.now, mayUseSamples: true, mayLog: false };
  const { parts, isSamples } = await openParts(config, opening);
  const app = createApp(parts);
  if (isSamples)
    stderr.write('No articles of your own are stored yet: this answer is from the sample articles.\n\n');
  const message = await app.inbox.answer(consoleCommand(call.line, config.timeZone));
  stdout.write(call.isJson ? `${JSON.stringify(message, null, 2)}\n` : `${rendered(message)}\n`);
  await app.stop();
  return EXIT.ok;
}

async function ingest(call: Extract<Call, { kind: 'ingest' }>, config: Config): Promise<number> {
  const app = createApp(
    await partsOver(await openStore(config.databaseUrl), config, { now: call.now, mayLog: false }),
  );
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

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<number> {
  const store = await openStore(config.databaseUrl);
  await work(store).finally(() => store.close());
  return EXIT.ok;
}

function rendered(message: Message): string {
  const columns = stdout.isTTY === true ? stdout.columns : Number.POSITIVE_INFINITY;
  return renderMessage(message, { columns, hasColour: hasColour(), hasLinks: stdout.isTTY === true });
}

/** What the person who called the program reads when it cannot go on. */
function explain(error: unknown): number {
  if (error instanceof UserError) stderr.write(`${error.message}\n`);
  else if (error instanceof ConfigError) {
    stderr.write('The settings need mending:\n');
    for (const { variable, problem } of error.problems) stderr.write(`  ${variable}: ${problem}\n`);
  } else if (error instanceof TemporaryError) stderr.write(`${error.message} Try again later.\n`);
  else stderr.write(`Something went wrong. ${error instanceof Error ? error.stack : String(error)}\n`);
  return error instanceof UserError || error instanceof ConfigError ? EXIT.refused : EXIT.failed;
}

/** Who reads the output may stop early, as `head` does; then there is nobody to tell. */
function leaveWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
}
