import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as adapters from '../../adapters/index.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { generateArticles } from './generate-articles.ts';
import { type Delays, measureCommands } from './measure-commands.ts';
import { type ExtractionRates, extractionRates } from './measure-extraction.ts';
import { type FeedRates, feedRates } from './measure-feeds.ts';
import { ingestRate } from './measure-ingest.ts';
import { firstAnswerMs, restingMegabytes } from './measure-process.ts';
import { appOver, openStore } from './open-app.ts';
import { readProfile, readSamples } from './read-samples.ts';

const ARCHIVE = 20_000;
/** Articles over which a rate is measured, and those that warm the program up. */
const MEASURED = 1_000;
const WARM_UP = 400;

// `npm run bench`: how fast the program is over a small and over a large archive. Times depend on the machine; the
// ratios, taken against the empty or small archive of the same run, much less.
const startedAt = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const table = await report(`file:${join(folder, 'small.db')}`, `file:${join(folder, 'large.db')}`);
  const samples = await readSamples(await readProfile());
  const lines = [feedLine(await feedRates()), extractionLine(await extractionRates(samples))];
  process.stdout.write(`${table}\n\n${lines.join('\n')}\n`);
} finally {
  await rm(folder, { recursive: true });
}

async function report(smallUrl: string, largeUrl: string): Promise<string> {
  const relationship = await readProfile();
  const index = createProfileIndex(relationship);
  const drafts = generateArticles(ARCHIVE + MEASURED, await readSamples(relationship), relationship);
  const clock = adapters.clock.system();

  const warm = await openStore('file::memory:');
  await ingestRate(drafts.slice(-WARM_UP), { store: warm, clock, index });
  await warm.close();

  const small = await openStore(smallUrl);
  const emptyRate = await ingestRate(drafts.slice(0, MEASURED), { store: small, clock, index });
  const smallDelays = await measureCommands(appOver(small, relationship).inbox);
  await small.close();

  const large = await openStore(largeUrl);
  await ingestRate(drafts.slice(0, ARCHIVE), { store: large, clock, index });
  const fullRate = await ingestRate(drafts.slice(ARCHIVE), { store: large, clock, index });
  const largeDelays = await measureCommands(appOver(large, relationship).inbox);
  await large.close();

  const firstMs = { small: await firstAnswerMs(smallUrl), large: await firstAnswerMs(largeUrl) };
  const resting = { small: await restingMegabytes(smallUrl), large: await restingMegabytes(largeUrl) };
  return tableOf([
    ['Articles ingested a second', show(emptyRate), show(fullRate), ratio(fullRate, emptyRate)],
    ...smallDelays.flatMap((delays, at) => delayRows(delays, largeDelays[at] ?? delays)),
    [
      'Start to first answer, median ms',
      show(firstMs.small),
      show(firstMs.large),
      ratio(firstMs.large, firstMs.small),
    ],
    ['Memory at rest, MB', show(resting.small), show(resting.large), ratio(resting.large, resting.small)],
  ]);
}

function feedLine({ dragoman, rssParser, feedsmith }: FeedRates): string {
  return `Feeds read a second: ${show(dragoman)}; rss-parser alone ${show(rssParser)}, feedsmith alone ${show(feedsmith)}`;
}

function extractionLine({ dragoman, readabilityOnJsdom }: ExtractionRates): string {
  return `Pages read a second: ${show(dragoman)}; Readability on jsdom ${show(readabilityOnJsdom)}`;
}

function delayRows(small: Delays, large: Delays): string[][] {
  const name = `\`${small.command}\``;
  return [
    [`${name}, median ms`, show(small.medianMs), show(large.medianMs), ratio(large.medianMs, small.medianMs)],
    [`${name}, p99 ms`, show(small.p99Ms), show(large.p99Ms), ratio(large.p99Ms, small.p99Ms)],
  ];
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const tookS = Math.round((performance.now() - startedAt) / 1000);
  const [few, many] = [MEASURED, ARCHIVE].map((count) => count.toLocaleString('en'));
  const head = ['Measure', `Empty, then ${few} articles`, `${many} articles`, 'Ratio'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `Node ${process.version}, ${availableParallelism()} cores, ${tookS} s in all\n\n${lines.join('\n')}`;
}

function show(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(2);
}

function ratio(value: number, baseline: number): string {
  return (value / baseline).toFixed(2);
}
