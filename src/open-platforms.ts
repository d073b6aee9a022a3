import * as adapters from '../adapters/index.ts';
import { commands } from '../commands/index.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { StartFailure } from './app.ts';
import type { PlatformCalls } from './arguments.ts';
import { type Config, type Env, readSettings } from './config.ts';
import type { ChatAdapter } from './ports/chat-adapter.ts';
import type { ChatPlatform, PlatformParts } from './ports/chat-platform.ts';
import type { Setting } from './ports/setting.ts';

/** By the name that is also the platform's in channels and calls. */
const platforms: readonly (readonly [string, ChatPlatform])[] = Object.entries(adapters.chat.platforms);

export const platformCalls: readonly PlatformCalls[] = platforms.map(([platform, { calls }]) => ({
  platform,
  calls,
}));

/** All settings of all platforms. */
export const platformSettings: readonly Setting<unknown>[] = platforms.flatMap(([, { settings }]) =>
  Object.values(settings),
);

/** Whether anything of any platform is set. */
export function isAnyPlatformSet(env: Env): boolean {
  return platformSettings.some(({ name }) => (env[name] ?? '').trim() !== '');
}

/** The platforms that are set up; one whose settings are wrong holds up no other. */
export async function openPlatforms(
  env: Env,
  parts: PlatformParts,
): Promise<{ readonly opened: readonly ChatAdapter[]; readonly failures: readonly StartFailure[] }> {
  const opened: ChatAdapter[] = [];
  const failures: StartFailure[] = [];
  for (const [platform, { settings, open }] of platforms) {
    try {
      const adapter = await open(readSettings(settings, env), parts);
      if (adapter !== null) opened.push(adapter);
    } catch (error) {
      failures.push({ platform, error });
    }
  }
  return { opened, failures };
}

/** Runs something that a platform does once; resolves with what to print. */
export function callPlatform(
  call: { readonly platform: string; readonly name: string; readonly parameters: readonly string[] },
  config: Config,
  env: Env,
): Promise<string> {
  const [, platform] = platforms.find(([name]) => name === call.platform) ?? [];
  if (platform === undefined) throw new Error(`No platform is called ${call.platform}.`);
  const parts = {
    commands,
    rootCommand: config.rootCommand,
    version: packageJson.version,
    web: webOf(config),
  };
  return platform.call(call.name, call.parameters, readSettings(platform.settings, env), parts);
}

export function webOf({ port, publicUrl }: Config): PlatformParts['web'] {
  return { port, publicUrl };
}
