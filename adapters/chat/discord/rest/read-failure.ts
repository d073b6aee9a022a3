import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { TemporaryError } from '../../../../src/errors.ts';
import type { ClosedReason, SendOutcome } from '../../../../src/ports/chat-adapter.ts';
import { words } from '../words.ts';

/** What an unsuccessful request means. */
export type Failure =
  | { readonly kind: 'closed'; readonly reason: ClosedReason }
  /** Asking the same again is pointless. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Surely not done; may be asked again. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs: number }
  /** It may have been done: the answer was lost. */
  | { readonly kind: 'unclear'; readonly reason: string }
  /** The interaction is over: it was not answered in time, or its fifteen minutes have passed. */
  | { readonly kind: 'expired'; readonly reason: string }
  /** The interaction has been acknowledged before. */
  | { readonly kind: 'acknowledged'; readonly reason: string }
  /** A post with the same nonce was made, and deleted by somebody. */
  | { readonly kind: 'deleted'; readonly reason: string };

const CLOSED: ReadonlyMap<unknown, ClosedReason> = new Map<unknown, ClosedReason>([
  [Code.UnknownChannel, 'channel-gone'],
  [Code.UnknownGuild, 'channel-gone'],
  [Code.UnknownUser, 'channel-gone'],
  [Code.MissingAccess, 'not-a-member'],
  [Code.MissingPermissions, 'not-allowed'],
  [Code.CannotSendMessagesToThisUser, 'not-allowed'],
  [Code.CannotSendMessagesInNonTextChannel, 'not-allowed'],
  [Code.InvalidActionOnArchivedThread, 'channel-archived'],
]);
const EXPIRED = new Set<unknown>([Code.UnknownInteraction, Code.UnknownWebhook, Code.InvalidWebhookToken]);

const SOON_MS = 5_000;
const MINUTE_MS = 60_000;

export function readFailure(error: unknown): Failure {
  if (error instanceof DiscordAPIError) return readRefusal(error);
  if (error instanceof RateLimitError) {
    return {
      kind: 'later',
      reason: words.rateLimited,
      retryAfterMs: Math.max(error.retryAfter, error.timeToReset),
    };
  }
  if (error instanceof TemporaryError) {
    return { kind: 'later', reason: error.message, retryAfterMs: error.retryAfterMs };
  }
  if (error instanceof HTTPError) return { kind: 'unclear', reason: `${words.noAnswer} (${error.status})` };
  return { kind: 'unclear', reason: `${words.noAnswer} (${error instanceof Error ? error.message : error})` };
}

function readRefusal({ code, status, message }: DiscordAPIError): Failure {
  const closed = CLOSED.get(code);
  if (closed !== undefined) return { kind: 'closed', reason: closed };
  if (EXPIRED.has(code)) return { kind: 'expired', reason: message };
  if (code === Code.InteractionHasAlreadyBeenAcknowledged) return { kind: 'acknowledged', reason: message };
  if (code === Code.UnknownMessage) return { kind: 'deleted', reason: message };
  if (status === 401) return { kind: 'closed', reason: 'uninstalled' };
  if (status === 403 || status === 429) return { kind: 'later', reason: message, retryAfterMs: MINUTE_MS };
  return { kind: 'refused', reason: message };
}

export type Unsent = Exclude<SendOutcome, { readonly kind: 'sent' }>;

/** What whoever sends hears of it. */
export function unsent(failure: Failure): Unsent {
  if (failure.kind === 'closed') return failure;
  if (failure.kind === 'unclear') return { kind: 'not-sent', reason: failure.reason, retryAfterMs: SOON_MS };
  const retryAfterMs = failure.kind === 'later' ? failure.retryAfterMs : null;
  return { kind: 'not-sent', reason: failure.reason, retryAfterMs };
}
