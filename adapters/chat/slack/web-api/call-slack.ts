import { webApi } from '@slack/bolt';
import type { z } from 'zod';
import type { Logger } from '../../../../src/ports/logger.ts';
import { sdkLogger } from './sdk-logger.ts';

export interface SlackCall<Value> {
  /** Null for the few methods that need none. */
  readonly token: string | null;
  readonly method: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodType<Value>;
}

export type Called<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** Slack said no and did nothing; `code` is its word for why. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'limited'; readonly retryAfterMs: number }
  /** No answer, or one that leaves open whether it was done. */
  | { readonly kind: 'unsure'; readonly problem: string };

export type NotDone = Exclude<Called<never>, { kind: 'done' }>;

export type CallSlack = <Value>(call: SlackCall<Value>) => Promise<Called<Value>>;

export interface CallOptions {
  readonly apiUrl: string;
  readonly logger: Logger;
  /** Told of every outcome. */
  readonly onCalled: (called: Called<unknown>) => void;
}

/** One call may take this long. */
export const CALL_TIMEOUT_MS = 10_000;
const DEFAULT_RETRY_AFTER_MS = 30_000;
/** Documented as possibly done. */
const UNSURE_CODES = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);
const LIMITED_CODES = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/**
 * Options for every client of the SDK: it repeats nothing by itself, waits for nobody's rate limit and shares no object,
 * because it writes into those that it is given. Never `headers`: it would keep one workspace's token for the next.
 */
export function clientOptions(apiUrl: string, logger: Logger) {
  return {
    slackApiUrl: `${apiUrl}/`,
    retryConfig: { retries: 0 },
    timeout: CALL_TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    logger: sdkLogger(logger),
  };
}

/** Calls the Web API once; the outcome is a value, whatever happens. The token goes with each call and stays nowhere. */
export function createCallSlack({ apiUrl, logger, onCalled }: CallOptions): CallSlack {
  const client = new webApi.WebClient(undefined, {
    ...clientOptions(apiUrl, logger),
    maxRequestConcurrency: 1000,
  });

  async function callOnce<Value>({
    token,
    method,
    fields,
    schema,
  }: SlackCall<Value>): Promise<Called<Value>> {
    try {
      const answer = await client.apiCall(method, { ...(token === null ? {} : { token }), ...fields });
      const read = schema.safeParse(answer);
      if (read.success) return { kind: 'done', value: read.data };
      return { kind: 'unsure', problem: `${method} answered in an unknown shape` };
    } catch (error) {
      return notDone(error);
    }
  }

  return async (call) => {
    const called = await callOnce(call);
    onCalled(called);
    return called;
  };
}

/** What a failure of the SDK means for whoever called. */
function notDone(error: unknown): NotDone {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'limited', retryAfterMs: error.retryAfter * 1000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) return refusalOf(error.data);
  if (error instanceof webApi.WebAPIHTTPError) {
    return { kind: 'unsure', problem: `it answered with status ${error.statusCode}` };
  }
  return { kind: 'unsure', problem: error instanceof Error ? error.message : String(error) };
}

function refusalOf({ error: code, response_metadata }: webApi.WebAPIPlatformError['data']): NotDone {
  if (LIMITED_CODES.has(code)) {
    const seconds = response_metadata?.retryAfter;
    return { kind: 'limited', retryAfterMs: seconds === undefined ? DEFAULT_RETRY_AFTER_MS : seconds * 1000 };
  }
  if (UNSURE_CODES.has(code)) return { kind: 'unsure', problem: code };
  return /^[a-z_]+$/.test(code)
    ? { kind: 'refused', code }
    : { kind: 'unsure', problem: 'it answered no JSON' };
}
