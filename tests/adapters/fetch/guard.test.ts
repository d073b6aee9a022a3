import type { LookupAddress } from 'node:dns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedServer, openFeedServer } from '../../fixtures/feed-server/open-feed-server.ts';
import { aFetcher, refusal } from './a-fetcher.ts';

let server: FeedServer;

beforeAll(async () => {
  server = await openFeedServer();
});

afterAll(() => server.close());

describe('without exceptions, the fetcher', () => {
  it.each([
    ['http://127.0.0.1:PORT/feed', 'not on the public internet: 127.0.0.1'],
    ['http://127.0.0.1.:PORT/feed', 'not on the public internet: 127.0.0.1'],
    ['http://2130706433:PORT/feed', 'not on the public internet: 127.0.0.1'],
    ['http://0x7f.1:PORT/feed', 'not on the public internet: 127.0.0.1'],
    ['http://0177.0.0.1:PORT/feed', 'not on the public internet: 127.0.0.1'],
    ['http://%31%32%37.0.0.1:PORT/feed', 'not on the public internet: 127.0.0.1'],
    ['http://①②⑦.0.0.1:PORT/feed', 'not on the public internet: 127.0.0.1'],
    ['http://0:PORT/feed', 'not on the public internet: 0.0.0.0'],
    ['http://[::1]:PORT/feed', 'not on the public internet: ::1'],
    ['http://[::ffff:127.0.0.1]:PORT/feed', 'not on the public internet: ::ffff:7f00:1'],
    ['http://[64:ff9b::7f00:1]:PORT/feed', 'not on the public internet: 64:ff9b::7f00:1'],
    ['http://169.254.169.254/latest/meta-data', 'not on the public internet: 169.254.169.254'],
    ['http://8.8.8.8:8080/', 'port 8080 is not read, only 80 and 443; an operator can allow 8.8.8.8:8080'],
    ['ftp://example.org/', 'only http and https addresses are read'],
    ['http://user:word@example.org/', 'addresses with a user name or password are not read'],
    ['somewhere', 'not a web address'],
  ])('refuses %s before connecting', async (url, reason) => {
    const before = server.requests.length;

    const outcome = await aFetcher({ allow: [] }).get(url.replace('PORT', String(server.port)));

    expect(outcome).toEqual(refusal(reason));
    expect(server.requests).toHaveLength(before);
  });

  it('refuses a name of this machine', async () => {
    const outcome = await aFetcher({ allow: [] }).get(`http://localhost:${server.port}/feed`);

    expect(outcome).toMatchObject({
      reason: expect.stringMatching(/^not on the public internet: localhost is at /),
    });
  });

  it('refuses a name with one private address among public ones', async () => {
    const fetcher = aFetcher({ allow: [], resolve: resolvingTo(['8.8.8.8', '10.0.0.1']) });

    const outcome = await fetcher.get('http://mixed.example/');

    expect(outcome).toEqual(refusal('not on the public internet: mixed.example is at 10.0.0.1'));
  });

  it('refuses a public name at an unusual port', async () => {
    const fetcher = aFetcher({ allow: [], resolve: resolvingTo(['8.8.8.8']) });

    const outcome = await fetcher.get('https://db.example:5432/');

    expect(outcome).toEqual(
      refusal('port 5432 is not read, only 80 and 443; an operator can allow db.example:5432'),
    );
  });
});

describe('a name that resolves to another address the second time', () => {
  it('is checked again and reaches only what was checked', async () => {
    const resolve = resolvingTo(['127.0.0.1'], ['127.0.0.2']);
    const fetcher = aFetcher({ resolve });
    server.play('/closing', (_request, response) =>
      response.writeHead(200, { connection: 'close' }).end('1'),
    );
    const url = `http://rebinding.example:${server.port}/closing`;

    const first = await fetcher.get(url);
    const second = await fetcher.get(url);

    expect(first).toMatchObject({ kind: 'fetched' });
    expect(second).toEqual(refusal('not on the public internet: rebinding.example is at 127.0.0.2'));
    expect(server.requestsTo('/closing')).toHaveLength(1);
  });

  it('is looked up once a connection, so that checking and connecting cannot see different answers', async () => {
    const resolve = resolvingTo(['127.0.0.1'], ['127.0.0.2']);

    const outcome = await aFetcher({ resolve }).get(`http://rebinding.example:${server.port}/feed`);

    expect(outcome).toMatchObject({ kind: 'fetched' });
    expect(server.requests.at(-1)?.host).toBe(`rebinding.example:${server.port}`);
  });

  it('is checked when a redirect leads to it', async () => {
    const resolve = resolvingTo(['127.0.0.1'], ['10.0.0.1']);
    server.play('/hop', (_request, response) =>
      response
        .writeHead(302, { connection: 'close', location: `http://rebinding.example:${server.port}/feed` })
        .end(),
    );

    const outcome = await aFetcher({ resolve }).get(`http://rebinding.example:${server.port}/hop`);

    expect(outcome).toEqual(refusal('not on the public internet: rebinding.example is at 10.0.0.1'));
  });
});

/** Answers with one list after the other, and with the last one from then on. */
function resolvingTo(...answers: readonly (readonly string[])[]) {
  let asked = 0;
  return async (): Promise<readonly LookupAddress[]> => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
}
