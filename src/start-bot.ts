import * as adapters from '../adapters/index.ts';
import { commands } from '../commands/index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type AppParts, createApp, type StartFailure } from './app.ts';
import { completeLine, lastWordOf } from './chat/complete-line.ts';
import type { Config, Env } from './config.ts';
import type { Instant } from './domain/identity.ts';
import { ConfigError } from './errors.ts';
import { greetingMessage } from './messages/greeting-message.ts';
import { openParts } from './open-parts.ts';
import { isAnyPlatformSet, openPlatforms, webOf } from './open-platforms.ts';
import type { ChatAdapter } from './ports/chat-adapter.ts';
import type { PlatformParts } from './ports/chat-platform.ts';
import type { Logger } from './ports/logger.ts';

const { stdin, stdout, stderr } = process;

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
  const left = Promise.withResolvers<void>();
  const { opened, failures } = await openPlatforms(env, platformParts(parts, config));
  const screen = hasConsole ? [await openConsole({ parts, isSamples, config }, left.resolve)] : [];
  const app = createApp({ ...parts, adapters: [...opened, ...screen] });
  process.once('SIGINT', () => left.resolve());
  process.once('SIGTERM', () => left.resolve());
  const notStarted = await app.start();
  for (const failure of [...failures, ...notStarted]) reportFailure(failure, parts.logger);
  const isRunning = hasConsole || opened.length > notStarted.length;
  if (isRunning) await left.promise;
  await app.stop();
  return isRunning;
}

function platformParts({ store, clock, logger }: AppParts, config: Config): PlatformParts {
  const { rootCommand } = config;
  const { version } = packageJson;
  return {
    commands,
    rootCommand,
    installations: store.installations,
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
