import type { Dispatcher, Response } from 'undici';
import type { Fetcher, FetchOutcome, Validators } from '../../src/ports/fetcher.ts';
import { guardedLookup, mayReachHost } from './guarded-lookup.ts';
import { readBody } from './read-body.ts';
import { refused, refusedByNetwork, refusedByServer } from './refusals.ts';

export interface FetcherOptions {
  /** Of the program, for the User-Agent. */
  readonly version: string;
  /** Addresses that may be reached although they are not public. */
  readonly allowPrivate?: readonly string[];
  /** For everything together: resolving, redirects and the body. */
  readonly deadlineMs?: number;
  /** Of the body after inflation. */
  readonly maxBytes?: number;
}

type Settings = Required<FetcherOptions>;
type Http = typeof import('undici');
type Hop = FetchOutcome | { readonly kind: 'moved'; readonly to: string };

const MAX_REDIRECTS = 5;

/** The guarded HTTP client. It is loaded at the first request, because most starts of the program make none. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const settings = { allowPrivate: [], deadlineMs: 20_000, maxBytes: 5 * 1024 * 1024, ...options };
  let client: Promise<{ http: Http; dispatcher: Dispatcher }> | null = null;

  return {
    async get(url, validators) {
      client ??= connect(settings);
      const { http, dispatcher } = await client;
      const init = { dispatcher, signal: AbortSignal.timeout(settings.deadlineMs) };
      try {
        return await follow(
          url,
          validators,
          (target, headers) => http.fetch(target, { ...init, headers, redirect: 'manual' }),
          settings,
        );
      } catch (error) {
        return refusedByNetwork(error, settings.deadlineMs);
      }
    },
  };
}

type Send = (url: URL, headers: Record<string, string>) => Promise<Response>;

async function connect(settings: Settings): Promise<{ http: Http; dispatcher: Dispatcher }> {
  const http = await import('undici');
  const dispatcher = new http.Agent({ connect: { lookup: guardedLookup(settings.allowPrivate) } });
  return { http, dispatcher };
}

async function follow(
  start: string,
  validators: Validators | undefined,
  send: Send,
  settings: Settings,
): Promise<FetchOutcome> {
  let address = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const url = URL.canParse(address) ? new URL(address) : null;
    const problem = problemOf(url, settings);
    if (url === null || problem !== null) return refused(problem ?? 'not a web address');
    const response = await send(url, requestHeaders(validators, settings));
    const hop = await readResponse(url, response, settings);
    if (hop.kind !== 'moved') return hop;
    address = hop.to;
  }
  return refused(`redirected more than ${MAX_REDIRECTS} times`);
}

function problemOf(url: URL | null, settings: Settings): string | null {
  if (url === null) return 'not a web address';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'only http and https addresses are read';
  if (url.username !== '' || url.password !== '')
    return 'addresses with a user name or password are not read';
  if (!mayReachHost(url.hostname, settings.allowPrivate))
    return `not on the public internet: ${url.hostname}`;
  return null;
}

function requestHeaders(validators: Validators | undefined, settings: Settings): Record<string, string> {
  return {
    'user-agent': `Dragoman/${settings.version}`,
    accept: 'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5',
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

async function readResponse(url: URL, response: Response, settings: Settings): Promise<Hop> {
  const { status, headers, body } = response;
  const location = headers.get('location');
  if (status === 200 || status === 203) {
    const bytes = await readBody(body, settings.maxBytes);
    if (bytes === null) return refused(`larger than ${settings.maxBytes / 1024 / 1024} MiB`);
    const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
    return {
      kind: 'fetched',
      url: url.href,
      bytes,
      contentType: headers.get('content-type'),
      validators,
      movedTo: null,
      freshForMs: null,
    };
  }
  await body?.cancel();
  if (status === 304) return { kind: 'unchanged', movedTo: null, freshForMs: null };
  if (status >= 300 && status < 400 && location !== null) {
    return { kind: 'moved', to: URL.canParse(location, url.href) ? new URL(location, url).href : location };
  }
  return refusedByServer(status, headers);
}
