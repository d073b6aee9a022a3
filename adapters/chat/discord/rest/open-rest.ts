import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { TemporaryError } from '../../../../src/errors.ts';
import type { DiscordAccount } from '../account.ts';
import type { Patience } from '../patience.ts';
import { words } from '../words.ts';
import type { RefusalCount } from './refusal-count.ts';

export interface DiscordRest {
  /** Answers to interactions: no limit over all of them, and the limit of one holds up only that one. Needs no token. */
  readonly replies: REST;
  /** Everything else. A rate limit is an error here, so that one channel's limit never holds up another channel. */
  readonly bot: REST;
  /** What may be repeated without harm: tried several times, waiting when Discord asks to. */
  readonly patient: REST;
  /** What the client's own requests go through, too. */
  readonly options: Partial<RESTOptions>;
  close(): void;
}

export interface RestParts {
  readonly account: DiscordAccount;
  readonly patience: Patience;
  readonly refusals: RefusalCount;
}

/** Nothing is retried by the library: it would repeat what must not be repeated, and miss closed sockets. */
export function openRest({ account, patience, refusals }: RestParts): DiscordRest {
  const options: Partial<RESTOptions> = {
    ...(account.apiUrl === null ? {} : { api: account.apiUrl }),
    makeRequest: withRefusalsCounted(refusals),
    timeout: patience.requestTimeoutMs,
    // Every interaction has a queue of its own in there; by default they would be kept for an hour.
    handlerSweepInterval: 60_000,
  };
  const replies = new REST({ ...options, retries: 0, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const bot = new REST({
    ...options,
    retries: 0,
    rejectOnRateLimit: ({ global, timeToReset }) => !isPacing(global, timeToReset),
  });
  const patient = new REST(options);
  return {
    replies,
    get patient() {
      return patient.setToken(account.token);
    },
    // The library forgets its token at the first 401; the next request shall find out for itself.
    get bot() {
      return bot.setToken(account.token);
    },
    options,
    close() {
      for (const rest of [replies, bot, patient]) {
        rest.clearHandlerSweeper();
        rest.clearHashSweeper();
      }
    },
  };
}

/** The library itself keeps below 50 requests a second; that pause is below a second and is waited for. */
function isPacing(isGlobal: boolean, timeToResetMs: number): boolean {
  return isGlobal && timeToResetMs <= 1_100;
}

function withRefusalsCounted(refusals: RefusalCount): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const pauseMs = refusals.pauseMs();
    if (pauseMs !== null) throw new TemporaryError(words.refusedTooOften, pauseMs);
    const response = await DefaultRestOptions.makeRequest(url, init);
    refusals.note(response.status, response.headers.get('X-RateLimit-Scope') === 'shared');
    return response;
  };
}
