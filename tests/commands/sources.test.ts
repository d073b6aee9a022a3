import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sources } from '../../commands/sources.ts';
import type { Feed } from '../../src/domain/feed.ts';
import type { Message } from '../../src/domain/message.ts';
import type { OptionValues } from '../../src/ports/command.ts';
import type { Fetcher, FetchOutcome } from '../../src/ports/fetcher.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { aFeed, type FeedChoices } from '../fixtures/a-feed.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const HOUR = 3_600_000;
const ADDRESS = 'https://news.example/feed.xml';
const FEED = `<rss version="2.0"><channel><title>News of Two Lands</title><link>https://news.example/</link>
  <item><title>Kazakhstan and Pakistan agree on transit trade</title><guid>1</guid><pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate>
  <description>Kazakhstan and Pakistan signed an agreement on transit trade in Islamabad on Monday.</description></item>
  <item><title>Rain in Lisbon</title><guid>2</guid><description>It rained in Lisbon all day and nobody was surprised.</description></item>
</channel></rss>`;

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

describe('sources', () => {
  it('says that none is followed yet, and how to add one', async () => {
    expect(await asked({})).toContain('sources add https://example.org/feed.xml');
  });

  it.each<[string, FeedChoices]>([
    ['not read yet', {}],
    ['unconfirmed: its address is only a guess', { isConfirmed: false }],
    ['read 10 Feb 2026', { state: { lastSuccessAt: NOW - HOUR, lastNewAt: NOW - HOUR } }],
    ['nothing new since', { state: { lastSuccessAt: NOW, lastNewAt: NOW - 30 * 24 * HOUR } }],
    [
      'failing since',
      { state: { failures: 2, failingSince: NOW - HOUR, problem: 'the server answered 500' } },
    ],
    ['rests: gone', { pause: { at: NOW, by: 'gone', reason: 'gone', isTold: true } }],
  ])('lists a feed that is %s', async (words, choices) => {
    await store.feeds.add(aFeed(choices));

    const text = await asked({ action: 'list' });

    expect(text).toContain('The Astana Times');
    expect(text).toContain(words);
  });

  it('shows what a feed would bring before it is followed', async () => {
    const message = await run({ action: 'add', feed: `${ADDRESS}?utm_source=x` }, serving(FEED));

    const text = messageText(message);
    expect(text).toContain('News of Two Lands');
    expect(text).toContain('1 of 2');
    expect(commandsIn(message)).toEqual([`sources add ${ADDRESS} confirm:yes`]);
    expect(await store.feeds.all()).toEqual([]);
  });

  it('follows a feed once that is confirmed, and once only', async () => {
    const first = await asked({ action: 'add', feed: ADDRESS, confirm: 'yes' }, serving(FEED));
    const second = await asked({ action: 'add', feed: ADDRESS, confirm: 'yes' }, serving(FEED));

    expect(first).toContain('News of Two Lands is followed');
    expect(second).toContain('followed already');
    expect(await store.feeds.all()).toMatchObject([
      { url: ADDRESS, side: 'third', language: 'en', origin: 'operator', state: { nextCheckAt: NOW } },
    ]);
  });

  it('offers the feeds that a page announces', async () => {
    const page =
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>';

    const message = await run({ action: 'add', feed: 'https://news.example/' }, serving(page));

    expect(commandsIn(message)).toEqual([`sources add ${ADDRESS}`]);
  });

  it('says in one sentence why an address is not added', async () => {
    const refused = await asked({ action: 'add', feed: ADDRESS });

    expect(refused).toBe(`${ADDRESS} is not added: nothing is read here.`);
    await expect(asked({ action: 'add', feed: 'next door' })).rejects.toThrow('not a web address');
    await expect(asked({ action: 'add' })).rejects.toThrow('Say the address');
  });

  it('lets a feed rest and run again', async () => {
    const feed = await aFollowedFeed();

    await asked({ action: 'pause', feed: feed.id.slice(0, 8) });
    const [paused] = await store.feeds.all();
    await asked({ action: 'resume', feed: feed.url });
    const [resumed] = await store.feeds.all();

    expect(paused?.pause).toMatchObject({ by: 'operator', isTold: true });
    expect(resumed?.pause).toBeNull();
  });

  it('removes a feed once that is confirmed, for good', async () => {
    const feed = await aFollowedFeed();

    const question = await run({ action: 'remove', feed: feed.id });
    expect(await store.feeds.all()).toHaveLength(1);
    await asked({ action: 'remove', feed: feed.id, confirm: 'yes' });

    expect(commandsIn(question)).toEqual([`sources remove ${feed.id.slice(0, 8)} confirm:yes`]);
    expect(await store.feeds.all()).toEqual([]);
    expect(await store.feeds.add(feed)).toBe(false);
  });

  it('checks a feed now and has it read by the next beat', async () => {
    const feed = await aFollowedFeed();

    const text = await asked({ action: 'check', feed: feed.id }, serving(FEED));

    expect(text).toContain('can be read: 2 items');
    expect((await store.feeds.find(feed.id))?.state.nextCheckAt).toBe(NOW);
  });

  it('says when no such feed is followed', async () => {
    await expect(asked({ action: 'pause', feed: 'nothing' })).rejects.toThrow('There is no feed nothing');
    await expect(asked({ action: 'pause' })).rejects.toThrow('sources pause ID');
  });
});

async function aFollowedFeed(): Promise<Feed> {
  const feed = aFeed({ state: { nextCheckAt: NOW + HOUR } });
  await store.feeds.add(feed);
  return feed;
}

function run(options: OptionValues, fetcher?: Fetcher): Promise<Message> {
  return sources.run(options, aContext({ store, now: NOW, ...(fetcher && { fetcher }) }));
}

async function asked(options: OptionValues, fetcher?: Fetcher): Promise<string> {
  return messageText(await run(options, fetcher));
}

function commandsIn({ blocks }: Message): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'actions' ? block.actions.map(({ command }) => command) : [],
  );
}

function serving(body: string): Fetcher {
  const bytes = Buffer.from(body);
  const validators = { etag: null, lastModified: null };
  const rest = { contentType: null, validators, movedTo: null, freshForMs: null };
  return { get: async (url): Promise<FetchOutcome> => ({ kind: 'fetched', url, bytes, ...rest }) };
}
