import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as adapters from '../../adapters/index.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { generateArticles } from './generate-articles.ts';
import { type Archive, beatAt, composingMs, subscribeMany } from './measure-digests.ts';
import { ingestRate } from './measure-ingest.ts';
import { readProfile, readSamples } from './read-samples.ts';

const ARTICLES = 20_000;
const CHANNELS = 10_000;
const DAY_MS = 86_400_000;
/** 08:00 UTC after the last of the articles. */
const DUE_AT = Date.parse('2026-01-08T08:00:00Z');

// `npm run bench:digests [DATABASE_URL]`: what digests cost over a large archive. Without an address, SQLite in a file.
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const archive = await openArchive(process.argv[2] ?? `file:${join(folder, 'digests.db')}`);
try {
  for (const days of [1, 7, 30]) {
    const ms = await composingMs(days, DUE_AT, archive);
    print(`A digest of ${days} days is composed in ${ms.toFixed(1)} ms (median)`);
  }
  await subscribeMany(CHANNELS, DUE_AT, archive);
  await printBeat('the first editions', DUE_AT);
  await printBeat('the editions of the next day', DUE_AT + DAY_MS);
} finally {
  await archive.store.close();
  await rm(folder, { recursive: true });
}

async function openArchive(databaseUrl: string): Promise<Archive> {
  const relationship = await readProfile();
  const store = await adapters.store.sql(databaseUrl);
  await store.migrate();
  const drafts = generateArticles(ARTICLES, await readSamples(relationship), relationship);
  const ports = { store, clock: adapters.clock.system(), index: createProfileIndex(relationship) };
  await ingestRate(drafts, ports);
  return { store, relationship };
}

async function printBeat(name: string, now: number): Promise<void> {
  const { seconds, processorSeconds, editions, longestBlockMs } = await beatAt(now, archive);
  const took = `${seconds.toFixed(1)} s, of which ${processorSeconds.toFixed(1)} s of the processor`;
  print(`${CHANNELS} digests due at once, ${name}: ${took}`);
  print(`  ${editions} recorded in all, nothing blocked for longer than ${longestBlockMs.toFixed(0)} ms`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
