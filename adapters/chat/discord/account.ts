import { ConfigError, type ConfigProblem } from '../../../src/errors.ts';
import type { SettingValues } from '../../../src/ports/chat-platform.ts';
import { settings } from './settings.ts';
import { words } from './words.ts';

/** Who the bot is on Discord. */
export interface DiscordAccount {
  readonly token: string;
  readonly applicationId: string;
  /** Null for Discord's own. */
  readonly apiUrl: string | null;
}

/** Null when nothing of Discord is set; `ConfigError` when something is missing. */
export function readAccount(values: Omit<SettingValues<typeof settings>, 'shards'>): DiscordAccount | null {
  const { token, applicationId, apiUrl } = values;
  if (token === null && applicationId === null && apiUrl === null) return null;
  if (token !== null && applicationId !== null) return { token, applicationId, apiUrl };
  throw missingAccount(values);
}

const NOTHING = Object.freeze({ token: null, applicationId: null });

/** Names whatever is missing, at once. */
export function missingAccount({
  token,
  applicationId,
}: Pick<SettingValues<typeof settings>, 'token' | 'applicationId'> = NOTHING): ConfigError {
  return new ConfigError([
    ...(token === null ? [missing('token', words.whatToken, words.tokenPlace)] : []),
    ...(applicationId === null
      ? [missing('applicationId', words.whatApplicationId, words.applicationIdPlace)]
      : []),
  ]);
}

function missing(key: 'token' | 'applicationId', what: string, place: string): ConfigProblem {
  return { variable: settings[key].name, problem: words.needed(what, place) };
}

export function tokenRefused(): ConfigError {
  return new ConfigError([{ variable: settings.token.name, problem: words.tokenRefused }]);
}

/** `applicationId` is that of the token; null when it is not known. */
export function otherApplication(applicationId: string | null): ConfigError {
  return new ConfigError([
    {
      variable: settings.applicationId.name,
      problem: applicationId === null ? words.unknownApplication : words.otherApplication(applicationId),
    },
  ]);
}
