import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';

const PROGRAM = join(import.meta.dirname, '../../src/main.ts');
const RELATIONSHIP = join(import.meta.dirname, '../../relationships/kazakhstan-pakistan');
const SAMPLE = join(RELATIONSHIP, 'samples/2026-02-03-dawn-arrival.md');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-program-'));
  return () => rm(folder, { recursive: true });
});

describe('one command', () => {
  it('is answered from the sample articles while the default archive is empty, and that is said', async () => {
    const first = await called(['run', 'latest', '--now', '2026-02-10', '--json']);
    const again = await called(['run', 'story', 'nonsense']);

    const message = JSON.parse(first.stdout);
    expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('sample articles') });
    expect(message.blocks[0].kind).toBe('heading');
    expect(first.stdout).toContain('2026-02-0');
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('sample articles') });
  });

  it('is answered from the articles that were taken in, and then says nothing of samples', async () => {
    const ingested = await called(['ingest', SAMPLE]);
    const asked = await called(['run', 'visits', '--now', '2026-02-10']);

    expect(ingested).toMatchObject({ code: 0, stdout: expect.stringMatching(/Dawn\s+1 new/) });
    expect(asked).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Tokayev') });
    expect(asked.stdout).toContain('[Dawn, 3 Feb 2026]');
    expect(asked.stdout).not.toContain('\u001b');
  });

  it('that is not one is answered, too', async () => {
    await called(['ingest', SAMPLE]);

    const { code, stdout } = await called(['run', 'lastest']);

    expect(code).toBe(0);
    expect(stdout).toContain('latest');
  });
});

describe('taking articles in', () => {
  it('goes on past a file that cannot be read, names it and fails', async () => {
    await writeFile(join(folder, 'broken.json'), '{');
    await cp(SAMPLE, join(folder, 'good.md'));

    const { code, stdout } = await called(['ingest', join(folder, 'broken.json'), join(folder, 'good.md')]);

    expect(code).toBe(1);
    expect(stdout).toMatch(/Dawn\s+1 new/);
    expect(stdout).toContain('broken.json');
  });

  it('fails for a path that does not exist', async () => {
    const { code, stdout } = await called(['ingest', 'nowhere', '--json']);

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      sources: [{ failed: [{ name: expect.stringContaining('nowhere') }] }],
      totals: { new: 0, failed: 1 },
    });
  });

  it('is read back from a copy into another database, and never over something unasked', async () => {
    const other = { DATABASE_URL: `file:${join(folder, 'other.db')}` };
    await called(['ingest', SAMPLE]);
    await called(['backup', join(folder, 'copy.db')]);

    const restored = await called(['restore', join(folder, 'copy.db')], other);
    const again = await called(['restore', join(folder, 'copy.db')], other);
    const found = await called(['run', 'search Islamabad'], other);

    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('articles: 1') });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('--replace') });
    expect(found.stdout).toContain('Islamabad');
  });

  it('is not opened by a second bot, which is told what to do', async () => {
    const address = `file:${join(folder, 'dragoman.db')}`;
    const store = await openStore(address);
    await store.claimSole();

    const second = await called(['start'], { DATABASE_URL: address, CONSOLE: 'on' });
    await store.close();

    expect(second).toMatchObject({ code: 2, stderr: expect.stringContaining('PostgreSQL server') });
  });

  it('says in one sentence that its server cannot be reached', async () => {
    const unreachable = { DATABASE_URL: 'postgres://bot:secret@127.0.0.1:1/dragoman' };

    const { code, stderr } = await called(['run', 'latest'], unreachable);

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'The database server cannot be reached. Try again later.\n',
    });
  });

  it('gives what can be exported and copied', async () => {
    await called(['ingest', SAMPLE]);

    const exported = await called(['export']);
    const copied = await called(['backup', join(folder, 'copy.db')]);
    const fromCopy = await called(['export'], { DATABASE_URL: `file:${join(folder, 'copy.db')}` });

    expect(JSON.parse(exported.stdout)).toMatchObject({ articles: [{ source: 'dawn' }], commitments: [] });
    expect(copied.code).toBe(0);
    expect(fromCopy.stdout).toBe(exported.stdout);
  });
});

describe('a call that is wrong', () => {
  it.each([
    ['an unknown name', ['fly'], 'There is no call "fly"'],
    ['nothing to run', ['run'], 'needs a command line'],
    ['a time that is none', ['run', 'latest', '--now', 'soon'], '--now takes an ISO date'],
    ['an unknown format', ['export', '--format', 'pdf'], '--format is one of'],
  ])('is refused with what to do: %s', async (_what, words, said) => {
    const { code, stdout, stderr } = await called(words);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
  });

  it('is refused with every setting that needs mending', async () => {
    const { code, stderr } = await called(['run', 'latest'], {
      ...{ TIME_ZONE: 'Mars/Olympus', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://user:secret@db' },
    });

    expect(code).toBe(2);
    expect(stderr).toContain('TIME_ZONE');
    expect(stderr).toContain('LOG_LEVEL');
    expect(stderr).toContain('DATABASE_URL');
    expect(stderr).not.toContain('secret');
  });

  it('is refused when the profile cannot be read, and names the setting', async () => {
    const { code, stderr } = await called(['run', 'latest'], {
      ...{ RELATIONSHIP: folder, DATABASE_URL: `file:${join(folder, 'own.db')}` },
    });

    expect(code).toBe(2);
    expect(stderr).toContain('RELATIONSHIP');
  });
});

describe('checking a profile', () => {
  it('says that a sound one is sound', async () => {
    const { code, stdout } = await called(['profile', 'check', RELATIONSHIP]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/is sound: \d+ people, \d+ sources, \d+ topics/);
  });

  it('names file and line of every mistake', async () => {
    const copy = join(folder, 'profile');
    await cp(RELATIONSHIP, copy, { recursive: true, filter: (path) => !path.endsWith('samples') });
    const people = (await readFile(join(copy, 'people.yaml'), 'utf8')).split('\n');
    const line = people.findIndex((each) => each.includes('office: kz-president,')) + 1;
    const broken = people.map((each) => each.replace('office: kz-president,', 'office: kz-emperor,'));
    await writeFile(join(copy, 'people.yaml'), broken.join('\n'));

    const { code, stdout } = await called(['profile', 'check', copy]);

    expect(code).toBe(1);
    expect(stdout).toContain(`${join(copy, 'people.yaml')}:${line} `);
    expect(stdout).toContain('kz-emperor');
  });
});

/** Runs the program in the folder of the test, where nothing is stored yet. */
async function called(words: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env['PATH'] ?? '', RELATIONSHIP, LOG_LEVEL: 'silent', ...settings };
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    ...{ cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code: Number(code), stdout, stderr };
}
