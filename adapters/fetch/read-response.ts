import type { Response } from 'undici';
import type { Instant } from '../../src/domain/identity.ts';
import type { FetchOutcome } from '../../src/ports/fetcher.ts';
import { freshForMs } from './cache-headers.ts';
import { readBody } from './read-body.ts';
import { refused, refusedByServer } from './refusals.ts';

/** What one request came to: an outcome, or the address to go on to. */
export type Hop =
  | FetchOutcome
  | { readonly kind: 'moved'; readonly to: string; readonly isPermanent: boolean };

export interface ReadOptions {
  readonly maxBytes: number;
  readonly nowAt: Instant;
  /** Validators were sent, so that "not modified" is an answer. */
  readonly isConditional: boolean;
}

const MIB = 1024 * 1024;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const PERMANENT_REDIRECTS: readonly number[] = [301, 308];

export async function readResponse(url: URL, response: Response, options: ReadOptions): Promise<Hop> {
  const { status, headers, body } = response;
  if (status === 200 || status === 203) return readPage(url, response, options);
  await body?.cancel();
  if (status === 304 && options.isConditional) {
    return { kind: 'unchanged', movedTo: null, freshForMs: freshForMs(headers, options.nowAt) };
  }
  const location = headers.get('location');
  if (REDIRECTS.includes(status) && location !== null) {
    const to = URL.canParse(location, url.href) ? new URL(location, url).href : location;
    return { kind: 'moved', to, isPermanent: PERMANENT_REDIRECTS.includes(status) };
  }
  return refusedByServer(status, headers, options.nowAt);
}

async function readPage(url: URL, { headers, body }: Response, options: ReadOptions): Promise<FetchOutcome> {
  const bytes = await readBody(body, options.maxBytes);
  if (bytes === null) return refused(`larger than ${options.maxBytes / MIB} MiB`);
  return {
    kind: 'fetched',
    url: url.href,
    bytes,
    contentType: headers.get('content-type'),
    validators: { etag: headers.get('etag'), lastModified: headers.get('last-modified') },
    movedTo: null,
    freshForMs: freshForMs(headers, options.nowAt),
  };
}
