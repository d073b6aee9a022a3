import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readFeedDocument } from '../../src/ingest/feeds/read-feed-document.ts';
import { mutateFeed } from './mutate-feed.ts';
import { createRandom } from './random.ts';
import { SAMPLE_FEEDS } from './sample-feeds.ts';

const INPUTS = 50_000;
const SEED = 7;
/** The feeds of the evaluation are changed as well where they are at hand. */
const DATASET = '../shared/datasets/feeds/feedparser.jsonl';

// `npm run fuzz`: no feed, however broken, makes the reader throw or takes it long.
const feeds = [...SAMPLE_FEEDS, ...(existsSync(DATASET) ? await feedsOf(DATASET) : [])];
const random = createRandom(SEED);
const counts = { feed: 0, refused: 0, crashed: 0 };
let slowest = { tookMs: 0, input: '' };
for (let done = 0; done < INPUTS; done += 1) {
  const bytes = mutateFeed(random.pick(feeds), random);
  const startedAt = performance.now();
  counts[await outcomeOf(bytes)] += 1;
  const tookMs = performance.now() - startedAt;
  if (tookMs > slowest.tookMs) slowest = { tookMs, input: Buffer.from(bytes).toString('base64') };
}
process.stdout.write(
  `${INPUTS} inputs of ${feeds.length} feeds: ${counts.feed} read, ${counts.refused} refused, ${counts.crashed} crashes; ` +
    `the slowest took ${Math.ceil(slowest.tookMs)} ms (${slowest.input.length} letters of base64)\n`,
);
if (counts.crashed > 0) process.exitCode = 1;

async function outcomeOf(bytes: Uint8Array): Promise<keyof typeof counts> {
  try {
    const url = 'https://news.example/feed.xml';
    return (await readFeedDocument({ bytes, contentType: null, url })).kind;
  } catch (error) {
    process.stderr.write(`${String(error)}: ${Buffer.from(bytes).toString('base64')}\n`);
    return 'crashed';
  }
}

async function feedsOf(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const shape = z.object({ base64: z.string() });
  return lines.map((line) => Buffer.from(shape.parse(JSON.parse(line)).base64, 'base64').toString('utf8'));
}
