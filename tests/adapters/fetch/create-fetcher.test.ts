import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../adapters/fetch/create-fetcher.ts';

const seen: IncomingMessage[] = [];
let server: Server;
let base: string;
let port: number;

const ANSWERS: Record<string, RequestListener> = {
  '/page': (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end('<p>Astana</p>'),
  '/cached': (request, response) =>
    response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
  '/once': (_request, response) => response.writeHead(302, { location: '/page' }).end(),
  '/round': (_request, response) => response.writeHead(302, { location: '/round' }).end(),
  '/inward': (_request, response) =>
    response.writeHead(301, { location: `http://127.0.0.2:${port}/page` }).end(),
  '/to-file': (_request, response) => response.writeHead(302, { location: 'file:///etc/hosts' }).end(),
  '/bomb': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3_000_000))),
  '/packed': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked')),
  '/silent': () => undefined,
  '/drip': (_request, response) => response.writeHead(200).write('one drop'),
  '/busy': (_request, response) => response.writeHead(503, { 'retry-after': '120' }).end(),
  '/busy-until': (_request, response) =>
    response
      .writeHead(429, {
        date: 'Wed, 04 Feb 2026 10:00:00 GMT',
        'retry-after': 'Wed, 04 Feb 2026 10:01:30 GMT',
      })
      .end(),
  '/gone': (_request, response) => response.writeHead(404).end(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    ANSWERS[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  base = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the fetcher', () => {
  it('brings a page with its type and validators, and says who asks', async () => {
    const outcome = await aFetcher().get(`${base}/page`);

    expect(outcome).toEqual({
      kind: 'fetched',
      url: `${base}/page`,
      bytes: Buffer.from('<p>Astana</p>'),
      contentType: 'text/html',
      validators: { etag: '"1"', lastModified: null },
    });
    expect(seen.at(-1)?.headers['user-agent']).toBe('Dragoman/1.2.3');
  });

  it('sends the validators back and understands that nothing changed', async () => {
    const validators = { etag: '"1"', lastModified: 'Wed, 04 Feb 2026 10:00:00 GMT' };

    const outcome = await aFetcher().get(`${base}/cached`, validators);

    expect(outcome).toEqual({ kind: 'unchanged' });
    expect(seen.at(-1)?.headers['if-modified-since']).toBe('Wed, 04 Feb 2026 10:00:00 GMT');
  });

  it('follows a redirect and names the address it ended at', async () => {
    const outcome = await aFetcher().get(`${base}/once`);

    expect(outcome).toMatchObject({ kind: 'fetched', url: `${base}/page` });
  });

  it('inflates a compressed body', async () => {
    const outcome = await aFetcher().get(`${base}/packed`);

    expect(outcome).toMatchObject({ kind: 'fetched', bytes: Buffer.from('unpacked') });
  });

  it('gives up after five redirects', async () => {
    const before = seen.length;

    const outcome = await aFetcher().get(`${base}/round`);

    expect(outcome).toEqual(refusal('redirected more than 5 times'));
    expect(seen.length - before).toBe(6);
  });

  it.each([
    ['/inward', 'not on the public internet: 127.0.0.2'],
    ['/to-file', 'only http and https addresses are read'],
  ])('judges the target of the redirect %s like any address', async (path, reason) => {
    expect(await aFetcher().get(base + path)).toEqual(refusal(reason));
  });

  it('stops a body that grows beyond the limit while it is inflated', async () => {
    const outcome = await aFetcher({ maxBytes: 1024 * 1024 }).get(`${base}/bomb`);

    expect(outcome).toEqual(refusal('larger than 1 MiB'));
  });

  it.each(['/silent', '/drip'])('gives up on %s at the deadline', async (path) => {
    const outcome = await aFetcher({ deadlineMs: 200 }).get(base + path);

    expect(outcome).toEqual(refusal('no complete answer within 0.2 s', 300_000));
  });

  it('reads how long a busy server wants to be left alone, in seconds or until a time of its clock', async () => {
    const inSeconds = await aFetcher().get(`${base}/busy`);
    const untilTime = await aFetcher().get(`${base}/busy-until`);

    expect(inSeconds).toEqual(refusal('the server answered 503', 120_000));
    expect(untilTime).toEqual(refusal('the server answered 429', 90_000));
  });

  it('does not suggest trying a missing page again', async () => {
    expect(await aFetcher().get(`${base}/gone`)).toEqual(refusal('the server answered 404'));
  });

  it('reports a port where nobody listens', async () => {
    expect(await aFetcher().get('http://127.0.0.1:1/')).toMatchObject({ kind: 'refused' });
  });
});

describe('the fetcher without exceptions', () => {
  it.each([
    ['http://127.0.0.1:PORT/page', 'not on the public internet: 127.0.0.1'],
    ['http://2130706433:PORT/page', 'not on the public internet: 127.0.0.1'],
    ['http://0x7f.1:PORT/page', 'not on the public internet: 127.0.0.1'],
    ['http://[::1]:PORT/page', 'not on the public internet: [::1]'],
    ['http://[::ffff:127.0.0.1]:PORT/page', 'not on the public internet: [::ffff:7f00:1]'],
    ['http://169.254.169.254/latest/meta-data', 'not on the public internet: 169.254.169.254'],
    ['ftp://example.org/', 'only http and https addresses are read'],
    ['http://user:word@example.org/', 'addresses with a user name or password are not read'],
    ['somewhere', 'not a web address'],
  ])('refuses %s before connecting', async (url, reason) => {
    const before = seen.length;

    const outcome = await createFetcher({ version: '1.2.3' }).get(url.replace('PORT', String(port)));

    expect(outcome).toEqual(refusal(reason));
    expect(seen).toHaveLength(before);
  });

  it('refuses a name that resolves to a private address', async () => {
    const before = seen.length;

    const outcome = await createFetcher({ version: '1.2.3' }).get(`http://localhost:${port}/page`);

    expect(outcome).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^not on the public internet: localhost is at /),
      retryAfterMs: null,
    });
    expect(seen).toHaveLength(before);
  });
});

function aFetcher(options: { deadlineMs?: number; maxBytes?: number } = {}) {
  return createFetcher({ version: '1.2.3', allowPrivate: ['127.0.0.1'], ...options });
}

function refusal(reason: string, retryAfterMs: number | null = null) {
  return { kind: 'refused', reason, retryAfterMs };
}
