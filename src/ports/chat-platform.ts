import type { InstallationStore, Leases } from './channel-stores.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { Clock } from './clock.ts';
import type { Command } from './command.ts';
import type { Logger } from './logger.ts';
import type { Setting } from './setting.ts';

/** What a platform's adapter is made of, besides its own settings. */
export interface PlatformParts {
  readonly commands: readonly Command[];
  /** One word, without a slash. */
  readonly rootCommand: string;
  readonly installations: InstallationStore;
  /** For what only one of several processes may do at a time; `processId` is this one's name there. */
  readonly leases: Leases;
  readonly processId: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where the process listens, for platforms that call it; `publicUrl` is how they reach it, null when nobody can. */
  readonly web: { readonly port: number; readonly publicUrl: string | null };
  /** Version of the bot. */
  readonly version: string;
}

/** Values of a platform's settings by their keys; null where nothing is set. */
export type SettingValues<Settings extends Readonly<Record<string, Setting<unknown>>>> = {
  readonly [Key in keyof Settings]: Settings[Key] extends Setting<infer Value> ? Value : never;
};

/** Something about a platform that the program does once, from the command line: `dragoman PLATFORM NAME …`. */
export interface PlatformCall {
  readonly name: string;
  /** What may follow the name, such as `[--server ID]`; empty when nothing does. */
  readonly parameters: string;
  readonly description: string;
}

/** A platform as the registry lists it. It loads its SDK only when it is opened. */
export interface ChatPlatform<
  Settings extends Readonly<Record<string, Setting<unknown>>> = Readonly<Record<string, Setting<unknown>>>,
> {
  readonly settings: Settings;
  readonly calls: readonly PlatformCall[];
  /** Null when nothing of it is set; `ConfigError` when what is set does not suffice. */
  open(values: SettingValues<Settings>, parts: PlatformParts): Promise<ChatAdapter | null>;
  /** Runs one of `calls`; resolves with what to print. `UserError` or `ConfigError` when it cannot. */
  call(
    name: string,
    parameters: readonly string[],
    values: SettingValues<Settings>,
    parts: Pick<PlatformParts, 'commands' | 'rootCommand' | 'version' | 'web'>,
  ): Promise<string>;
}
