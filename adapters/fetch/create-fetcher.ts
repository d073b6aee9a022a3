import { lookup } from 'node:dns/promises';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../src/ports/clock.ts';
import type { Fetcher, Validators } from '../../src/ports/fetcher.ts';
import { followRedirects } from './follow-redirects.ts';
import { guardedConnector, type Resolve } from './guarded-connector.ts';
import { createHostQueue } from './host-queue.ts';
import { createReach, plainHost, portOf, type Reach } from './reach.ts';
import { type Hop, readResponse } from './read-response.ts';
import { refusedByNetwork } from './refusals.ts';

export interface FetcherOptions {
  /** Of the program, for the User-Agent. */
  readonly version: string;
  readonly clock: Clock;
  /** What may be reached although it is not public or not at port 80 or 443; see `createReach`. */
  readonly allow?: readonly string[];
  /** Between two requests to the same host. */
  readonly politePauseMs?: number;
  /** For everything together – resolving, redirects and the body – but not for waiting until a host's turn comes. */
  readonly deadlineMs?: number;
  /** Of the body after inflation. */
  readonly maxBytes?: number;
  /** Where the owner of a server can read who asks. */
  readonly contactUrl?: string | null;
  /** In place of the resolver of the operating system. */
  readonly resolve?: Resolve;
}

type Settings = Required<FetcherOptions>;

interface Client {
  readonly http: typeof import('undici');
  readonly dispatcher: Dispatcher;
}

/**
 * The guarded HTTP client: one request at a time per host, and none to a place that `createReach` forbids. It is loaded at
 * the first request, because most starts of the program make none.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const settings = withDefaults(options);
  const { clock, deadlineMs, politePauseMs, maxBytes } = settings;
  const queue = createHostQueue(clock, politePauseMs);
  const reach = createReach(settings.allow);
  let opening: Promise<Client> | null = null;

  async function visit(url: URL, validators: Validators | null, withinMs: number): Promise<Hop> {
    opening ??= openClient(reach, settings.resolve);
    const { http, dispatcher } = await opening;
    const headers = requestHeaders(validators, settings);
    const signal = AbortSignal.timeout(Math.max(withinMs, 0));
    const response = await http.fetch(url, { dispatcher, headers, signal, redirect: 'manual' });
    const isConditional = 'if-none-match' in headers || 'if-modified-since' in headers;
    return readResponse(url, response, { maxBytes, nowAt: clock.now(), isConditional });
  }

  return {
    async get(start, startValidators) {
      let spentMs = 0;
      try {
        return await followRedirects(start, startValidators ?? null, (url, validators) =>
          queue.inTurn(`${plainHost(url.hostname)}:${portOf(url)}`, async () => {
            const startedAt = clock.now();
            const hop = await visit(url, validators, deadlineMs - spentMs);
            spentMs += Math.max(clock.now() - startedAt, 0);
            return hop;
          }),
        );
      } catch (error) {
        return refusedByNetwork(error, deadlineMs);
      }
    },
  };
}

function withDefaults(options: FetcherOptions): Settings {
  return {
    allow: [],
    politePauseMs: 2_000,
    deadlineMs: 20_000,
    maxBytes: 5 * 1024 * 1024,
    contactUrl: null,
    resolve: (host) => lookup(host, { all: true }),
    ...options,
  };
}

async function openClient(reach: Reach, resolve: Resolve): Promise<Client> {
  const http = await import('undici');
  const connect = guardedConnector(http.buildConnector, reach, resolve);
  return { http, dispatcher: new http.Agent({ connect }) };
}

function requestHeaders(
  validators: Validators | null,
  { version, contactUrl }: Settings,
): Record<string, string> {
  const contact = contactUrl === null ? '' : ` (+${contactUrl})`;
  return {
    'user-agent': `Dragoman/${version}${contact}`,
    accept: 'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5',
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}
