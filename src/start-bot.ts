import * as adapters from '../adapters/index.ts';
import { commands } from '../commands/index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type App, type AppParts, createApp, type StartFailure } from './app.ts';
import { completeLine, lastWordOf } from './chat/complete-line.ts';
import { type Config, type Env, SETTINGS } from './config.ts';
import type { Instant } from './domain/identity.ts';
import { ConfigError } from './errors.ts';
import { greetingMessage } from './messages/greeting-message.ts';
import { openParts } from './open-parts.ts';
import { isAnyPlatformSet, openPlatforms, webOf } from './open-platforms.ts';
import type { ChatAdapter } from './ports/chat-adapter.ts';
import type { PlatformParts } from './ports/chat-platform.ts';
import type { Logger } from './ports/logger.ts';
import type { WebServer } from './ports/web-server.ts';

const { stdin, stdout, stderr } = process;

/** Later than all that the parts give themselves; whatever hangs then goes down with the process. */
const LONGEST_STOP_MS = 9_900;
const EXIT_CUT_SHORT = 1;

const NOTHING_TO_OPEN = {
  variable: 'CONSOLE',
  problem: 'is off and no chat platform is set up; set it to auto or on',
};

/**
 * Opens the bot. Resolves when the person leaves or the process is told to stop; false when nothing that was set up
 * could be started.
 */
export async function startBot(now: Instant | null, config: Config, env: Env): Promise<boolean> {
  const hasPlatform = isAnyPlatformSet(env);
  const hasConsole = config.console === 'on' || (config.console === 'auto' && !hasPlatform);
  if (!hasConsole && !hasPlatform) throw new ConfigError([NOTHING_TO_OPEN]);
  const opening = { now, mayUseSamples: !hasPlatform, mayLog: !hasConsole };
  const { parts, isSamples } = await openParts(config, opening);
  await parts.store.claimSole();
  const left = Promise.withResolvers<void>();
  const { opened, failures } = await openPlatforms(env, platformParts(parts, config));
  const screen = hasConsole ? [await openConsole({ parts, isSamples, config }, left.resolve)] : [];
  const app = createApp({ ...parts, adapters: [...opened, ...screen] });
  leaveOnSignals(left.resolve, parts.logger);
  const operations = await openOperations(app, config, parts.logger);
  const starting = app.start();
  const notStarted = await Promise.race([starting, left.promise.then(() => null)]);
  for (const failure of [...failures, ...(notStarted ?? [])]) reportFailure(failure, parts.logger);
  const isRunning = hasConsole || notStarted === null || opened.length > notStarted.length;
  if (isRunning) await left.promise;
  const unended = [...(notStarted === null ? ['start'] : []), ...(await app.stop())];
  await operations?.close();
  if (unended.length > 0) cutShort(unended, parts.logger);
  parts.logger.info('bot stopped');
  return isRunning;
}

/** The first signal asks the bot to leave; a second one, or ten seconds, and the process ends whatever it does. */
function leaveOnSignals(onLeave: () => void, logger: Logger): void {
  let isLeaving = false;
  function leave(): void {
    if (isLeaving) process.exit(EXIT_CUT_SHORT);
    isLeaving = true;
    onLeave();
    setTimeout(() => cutShort(['process'], logger), LONGEST_STOP_MS).unref();
  }
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
}

function cutShort(parts: readonly string[], logger: Logger): never {
  logger.error('bot not stopped in time', new Error('Left behind.'), { parts: parts.join(', ') });
  process.exit(EXIT_CUT_SHORT);
}

/** Null where nobody wants to look. */
async function openOperations(app: App, config: Config, logger: Logger): Promise<WebServer | null> {
  const { operationsPort: port, operationsHost: host } = config;
  if (port === null) return null;
  const onFailure = (page: string, error: unknown) => logger.error('page failed', error, { page });
  try {
    const server = await adapters.web.http({ host, port, pages: app.pages, onFailure });
    logger.info('operations served', { host, port: server.port });
    return server;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await app.stop();
    throw new ConfigError([{ variable: SETTINGS.operationsPort.name, problem: `cannot be used: ${why}` }]);
  }
}

function platformParts({ store, clock, logger }: AppParts, config: Config): PlatformParts {
  const { rootCommand } = config;
  const { version } = packageJson;
  return {
    commands,
    rootCommand,
    installations: store.installations,
    leases: store.leases,
    processId: crypto.randomUUID(),
    clock,
    logger,
    web: webOf(config),
    version,
  };
}

/** A platform that cannot be started is told of in one sentence; the others go on. */
function reportFailure({ platform, error }: StartFailure, logger: Logger): void {
  if (error instanceof ConfigError) {
    for (const { variable, problem } of error.problems)
      stderr.write(`${platform}: ${variable}: ${problem}\n`);
    return;
  }
  logger.error('platform not started', error, { platform });
  stderr.write(`${platform}: ${error instanceof Error ? error.message : String(error)}\n`);
}

async function openConsole(
  { parts, isSamples, config }: { parts: AppParts; isSamples: boolean; config: Config },
  onLeave: () => void,
): Promise<ChatAdapter> {
  const { relationship, store, clock } = parts;
  const greeting = {
    articles: await store.articles.count(),
    isSamples,
    relationship,
    language: config.language,
  };
  return adapters.chat.console({
    input: stdin,
    output: stdout,
    isTerminal: stdin.isTTY === true && stdout.isTTY === true,
    columns: () => stdout.columns ?? 80,
    hasColour: hasColour(),
    rootCommand: config.rootCommand,
    clock,
    historyFile: config.historyFile,
    zone: config.timeZone,
    greeting: greetingMessage(greeting),
    complete: (line) => [completeLine(line, commands, relationship), lastWordOf(line)],
    onLeave,
  });
}

/** Also no when the person set NO_COLOR. */
export function hasColour(): boolean {
  return stdout.isTTY === true && stdout.hasColors();
}
