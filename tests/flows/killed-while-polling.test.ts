import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setInterval } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { type FeedServer, openFeedServer } from '../fixtures/feed-server/open-feed-server.ts';

const ITEMS = 90;
const ETAG = '"first"';
const SENTENCE =
  'The ministers of both countries met in Astana and agreed on more flights and on trade by rail. ';
const PROGRAM = join(import.meta.dirname, '../fixtures/poll-once.ts');
const LOOK_MS = 2;

let server: FeedServer;
let folder: string;
let database: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-polling-'));
  database = join(folder, 'dragoman.db');
  server = await openFeedServer();
  server.play('/many', (request, response) => {
    const isKnown = request.headers['if-none-match'] === ETAG;
    if (isKnown) response.writeHead(304).end();
    else response.writeHead(200, { etag: ETAG, 'content-type': 'application/rss+xml' }).end(manyItems());
  });
  await withStore(async (store) => {
    await store.migrate();
    await store.feeds.add(aFeed({ url: server.url('/many') }));
  });
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('polling that is killed', () => {
  it.each([
    [0, 'while the feed is read'],
    [1, 'after the first batch is stored'],
    [41, 'after the third batch'],
    [61, 'before the last batch'],
  ])('and done again stores every article once: killed with %i articles, %s', async (articles) => {
    const child = start();
    const ended = once(child, 'exit');

    await until(() => server.requestsTo('/many').length > 0 && articlesStored() >= articles);
    child.kill('SIGKILL');

    expect(await ended).toEqual([null, 'SIGKILL']);
    endLease();
    await pollToTheEnd();
    expect(await storedTitles()).toEqual(titles());
  });

  it('asks the server for the whole feed again until its articles are stored, and then no more', async () => {
    const child = start();
    const ended = once(child, 'exit');
    await until(() => articlesStored() >= 1);
    child.kill('SIGKILL');
    await ended;

    for (let check = 2; check <= 3; check += 1) {
      endLease();
      await pollToTheEnd();
    }

    const asked = server.requestsTo('/many').map(({ headers }) => headers['if-none-match']);
    expect(asked).toEqual([undefined, undefined, ETAG]);
  });
});

function start(): ChildProcess {
  return spawn(process.execPath, [PROGRAM, `file:${database}`], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function pollToTheEnd(): Promise<void> {
  const [code] = await once(start(), 'exit');
  expect(code).toBe(0);
}

/** As after the minutes in which nobody else may check the feed, or after those until its next check. */
function endLease(): void {
  const writer = new DatabaseSync(database);
  writer.exec('update feeds set lease_until = 0, next_check_at = 0');
  writer.close();
}

function articlesStored(): number {
  const reader = new DatabaseSync(database, { readOnly: true });
  const row = reader.prepare('select count(*) as count from articles').get();
  reader.close();
  return Number(row?.['count']);
}

async function storedTitles(): Promise<string[]> {
  const articles = await withStore((store) => store.articles.list(null, ITEMS * 2));
  return articles.map(({ title }) => title.value).sort();
}

async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(`file:${database}`);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function titles(): string[] {
  return Array.from({ length: ITEMS }, (_, place) => `Report ${place} from Astana`).sort();
}

function manyItems(): string {
  const items = titles().map(
    (title, place) =>
      `<item><title>${title}</title><link>https://news.example/${place}</link><guid>${place}</guid>` +
      `<description>${`${SENTENCE}It was report ${place}. `.repeat(6)}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Reports</title>${items.join('')}</channel></rss>`;
}

async function until(isReached: () => boolean): Promise<void> {
  for await (const _ of setInterval(LOOK_MS)) if (isReached()) return;
}
