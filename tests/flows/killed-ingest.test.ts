import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setInterval } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { exportArchive } from '../../src/answers/export-archive.ts';
import type { ExportJson } from '../../src/answers/export-json.ts';
import type { Relationship } from '../../src/domain/relationship.ts';
import { readProfile } from '../benchmarks/read-samples.ts';

const SAMPLES = 'relationships/kazakhstan-pakistan/samples';
const POLL_MS = 5;

let folder: string;
let relationship: Relationship;
let undisturbed: ExportJson;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-ingest-'));
  relationship = await readProfile();
  await ingestAll('undisturbed.db');
  undisturbed = await exported('undisturbed.db');
  return () => rm(folder, { recursive: true });
});

describe('an ingest that is killed', () => {
  it('has many articles to take in', () => {
    expect(undisturbed.articles.length).toBeGreaterThan(70);
  });

  it.each([
    [0, 'before the first batch is stored'],
    [1, 'after the first batch'],
    [60, 'after the third batch'],
  ])('and run again gives what an undisturbed one gives: killed with %i articles, %s', async (articles) => {
    const database = `killed-at-${articles}.db`;
    const child = start(database);
    const ended = once(child, 'exit');

    await until(() => articlesIn(database) >= articles);
    child.kill('SIGKILL');

    expect(await ended).toEqual([null, 'SIGKILL']);
    await ingestAll(database);
    expect(await exported(database)).toEqual(undisturbed);
  });
});

function start(database: string): ChildProcess {
  return spawn(process.execPath, ['src/main.ts', 'ingest', SAMPLES], {
    env: { ...process.env, DATABASE_URL: `file:${join(folder, database)}`, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ingestAll(database: string): Promise<void> {
  const [code] = await once(start(database), 'exit');
  expect(code).toBe(0);
}

async function exported(database: string): Promise<ExportJson> {
  const store = await openStore(`file:${join(folder, database)}`);
  const archive = await exportArchive(store, relationship);
  await store.close();
  return archive;
}

/** How many articles another process has stored so far; -1 while there is no such table. */
function articlesIn(database: string): number {
  try {
    const reader = new DatabaseSync(join(folder, database), { readOnly: true });
    const row = reader.prepare('select count(*) as count from articles').get();
    reader.close();
    return Number(row?.['count']);
  } catch {
    return -1;
  }
}

async function until(isReached: () => boolean): Promise<void> {
  for await (const _ of setInterval(POLL_MS)) if (isReached()) return;
}
