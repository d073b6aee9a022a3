import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rssText, THREE_ITEMS } from '../../fixtures/feed-server/feed-text.ts';
import { type FeedServer, openFeedServer } from '../../fixtures/feed-server/open-feed-server.ts';
import { aFetcher, refusal } from './a-fetcher.ts';

let server: FeedServer;
let otherHost: FeedServer;

beforeAll(async () => {
  server = await openFeedServer();
  otherHost = await openFeedServer();
  server.play('/forbidden-for-now', (_request, response) =>
    response.writeHead(403, { 'retry-after': '60' }).end(),
  );
});

afterAll(() => Promise.all([server.close(), otherHost.close()]));

describe('the fetcher', () => {
  it('brings a page with its type and validators, and says who asks', async () => {
    const outcome = await aFetcher().get(server.url('/conditional'));

    expect(outcome).toEqual({
      kind: 'fetched',
      url: server.url('/conditional'),
      bytes: Buffer.from(rssText(THREE_ITEMS)),
      contentType: null,
      validators: { etag: '"one"', lastModified: 'Wed, 04 Feb 2026 10:00:00 GMT' },
      movedTo: null,
      freshForMs: 600_000,
    });
    expect(server.requests.at(-1)?.headers['user-agent']).toBe('Dragoman/1.2.3');
  });

  it('tells the owner of a server where to read about it', async () => {
    await aFetcher({ contactUrl: 'https://example.org/bot' }).get(server.url('/feed'));

    expect(server.requests.at(-1)?.headers['user-agent']).toBe('Dragoman/1.2.3 (+https://example.org/bot)');
  });

  it.each([
    { etag: '"one"', lastModified: null },
    { etag: null, lastModified: 'Wed, 04 Feb 2026 10:00:00 GMT' },
  ])('sends the validators %o back and understands that nothing changed', async (validators) => {
    const outcome = await aFetcher().get(server.url('/conditional'), validators);

    expect(outcome).toEqual({ kind: 'unchanged', movedTo: null, freshForMs: 600_000 });
  });

  it('does not believe "not modified" where it did not ask', async () => {
    server.play('/confused', (_request, response) => response.writeHead(304).end());

    const outcome = await aFetcher().get(server.url('/confused'));

    expect(outcome).toEqual(refusal('the server answered 304'));
  });

  it.each(['/gzip', '/x-gzip', '/br', '/deflate', '/raw-deflate'])('inflates %s', async (path) => {
    const outcome = await aFetcher().get(server.url(path));

    expect(outcome).toMatchObject({ kind: 'fetched', bytes: Buffer.from(rssText(THREE_ITEMS)) });
  });

  it('brings a page of an unexpected type and says which type the server calls it', async () => {
    expect(await aFetcher().get(server.url('/wrong-type'))).toMatchObject({
      kind: 'fetched',
      contentType: 'image/png',
    });
  });

  it.each([
    ['/password', /password \(401\)/, null],
    ['/forbidden', /\(403\)/, null],
    ['/forbidden-for-now', /\(403\)/, 60_000],
    ['/missing', /no page at this address \(404\)/, null],
    ['/broken', /in trouble \(500\)/, 900_000],
    ['/busy-seconds', /fewer requests \(429\)/, 120_000],
    ['/busy-date', /fewer requests \(429\)/, 90_000],
    ['/closed-for-today', /in trouble \(503\)/, 7_200_000],
  ])('explains what %s answered and when to come back', async (path, reason, retryAfterMs) => {
    expect(await aFetcher().get(server.url(path))).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(reason),
      retryAfterMs,
      isGone: false,
    });
  });

  it('tells a page that is gone for good from one that is missing', async () => {
    expect(await aFetcher().get(server.url('/gone'))).toEqual(
      refusal('the page is gone for good (410)', null, true),
    );
  });

  it('reports a server that has vanished, also over a connection that was kept', async () => {
    const vanishing = await openFeedServer();
    const fetcher = aFetcher();
    await fetcher.get(vanishing.url('/feed'));
    await vanishing.vanish();

    const outcome = await fetcher.get(vanishing.url('/feed'));

    expect(outcome).toEqual(refusal('the host refuses connections', 300_000));
  });

  it('does not read from a server whose certificate nobody vouches for', async () => {
    const secure = await openFeedServer({ isSecure: true });

    const outcome = await aFetcher().get(secure.url('/feed'));

    expect(outcome).toEqual(
      refusal('the certificate of the server is not valid; its owner has to renew it', 86_400_000),
    );
    expect(secure.requests).toHaveLength(0);
    await secure.close();
  });
});

describe('a redirect', () => {
  it.each([
    ['/moved', '/feed'],
    ['/moved-twice', '/feed'],
    ['/moved-then-elsewhere', '/elsewhere-today'],
    ['/elsewhere-today', null],
    ['/elsewhere-then-moved', null],
  ])('from %s is remembered only as far as it is permanent: %s', async (path, movedTo) => {
    const outcome = await aFetcher().get(server.url(path));

    expect(outcome).toMatchObject({
      kind: 'fetched',
      url: server.url('/feed'),
      movedTo: movedTo === null ? null : server.url(movedTo),
    });
  });

  it('is remembered when the page is unchanged, too', async () => {
    const outcome = await aFetcher().get(server.url('/moved-conditional'), {
      etag: '"one"',
      lastModified: null,
    });

    expect(outcome).toMatchObject({ kind: 'unchanged', movedTo: server.url('/conditional') });
  });

  it('takes no validators to another host', async () => {
    server.redirect('/away', otherHost.url('/conditional'));

    const outcome = await aFetcher().get(server.url('/away'), { etag: '"one"', lastModified: 'today' });

    expect(outcome).toMatchObject({ kind: 'fetched' });
    const [asked] = otherHost.requestsTo('/conditional');
    expect(asked?.headers).not.toHaveProperty('if-none-match');
    expect(asked?.headers).not.toHaveProperty('if-modified-since');
  });

  it('is followed five times and no more', async () => {
    const outcome = await aFetcher().get(server.url('/endless'));

    expect(outcome).toEqual(refusal('redirected more than 5 times'));
    expect(server.requestsTo('/endless')).toHaveLength(6);
  });

  it.each([
    ['/to-file', 'only http and https addresses are read'],
    ['/to-nowhere', 'not a web address'],
    ['/to-metadata', 'not on the public internet: 169.254.169.254'],
    ['/to-mapped', 'not on the public internet: ::ffff:a00:1'],
  ])('from %s is judged like any address', async (path, reason) => {
    expect(await aFetcher().get(server.url(path))).toEqual(refusal(reason));
  });

  it('may not carry a password', async () => {
    server.redirect('/with-password', `http://name:word@${server.host}/feed`);

    const outcome = await aFetcher().get(server.url('/with-password'));

    expect(outcome).toEqual(refusal('addresses with a user name or password are not read'));
  });
});
