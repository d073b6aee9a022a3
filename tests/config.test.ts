import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig, SETTINGS } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { platformSettings } from '../src/open-platforms.ts';
import { envExample, settingsTable } from '../src/settings-text.ts';

const names = Object.values(SETTINGS).map(({ name }) => name);
const all = [...Object.values(SETTINGS), ...platformSettings];

function problemsOf(env: Record<string, string>): Readonly<Record<string, string>> {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError)
      return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
    throw error;
  }
  return {};
}

describe('settings', () => {
  it('have defaults that are right', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: 'file:./data/dragoman.db',
      relationshipFolder: './relationships/kazakhstan-pakistan',
      rootCommand: 'relations',
      timeZone: 'Asia/Almaty',
      language: 'en',
      logLevel: 'info',
      logFile: null,
      polling: 'on',
      port: 3000,
      publicUrl: null,
      operationsPort: null,
      operationsHost: '127.0.0.1',
      console: 'auto',
      historyFile: './data/history',
      digestGraceHours: 6,
      operators: [],
      keepArticlesDays: null,
      keepEditionsDays: null,
      fetchAllow: [],
      fetchContact: null,
    });
  });

  it('are read in their own types', () => {
    const config = readConfig({
      TIME_ZONE: 'asia/karachi',
      LOG_LEVEL: 'WARN',
      LOG_FILE: ' ./data/log ',
      DIGEST_GRACE_HOURS: '12',
      OPERATORS: 'U1, U2,,',
      DATABASE_URL: 'postgres://bot:secret@db/dragoman',
    });

    expect(config).toMatchObject({
      timeZone: 'Asia/Karachi',
      logLevel: 'warn',
      logFile: './data/log',
      digestGraceHours: 12,
      operators: ['U1', 'U2'],
      databaseUrl: 'postgres://bot:secret@db/dragoman',
    });
  });

  it.each([
    ['intranet.example', true],
    ['intranet.example:8080', true],
    ['10.1.2.3', true],
    ['10.1.0.0/16', true],
    ['fd00::/8', true],
    ['10.1.0.0/33', false],
    ['intranet.example/16', false],
    ['10.1.0.0/16/2', false],
    ['https://intranet.example', false],
  ])('name places that may be read: %s is one: %s', (place, isOne) => {
    const problems = problemsOf({ FETCH_ALLOW: `news.example, ${place}` });

    expect(Object.keys(problems)).toEqual(isOne ? [] : ['FETCH_ALLOW']);
  });

  it('that are empty count as not set', () => {
    expect(readConfig({ TIME_ZONE: '', CONSOLE: ' ' })).toMatchObject({
      timeZone: 'Asia/Almaty',
      console: 'auto',
    });
  });

  it('report every mistake at once, naming the variable and what it should look like', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://root:hunter2@db',
      ROOT_COMMAND: '/Relations',
      TIME_ZONE: 'Almaty/Asia',
      READER_LANGUAGE: 'fr',
      LOG_LEVEL: 'loud',
      CONSOLE: 'maybe',
      DIGEST_GRACE_HOURS: '-1',
    });

    expect(Object.keys(problems)).toEqual([
      'DATABASE_URL',
      'ROOT_COMMAND',
      'TIME_ZONE',
      'READER_LANGUAGE',
      'LOG_LEVEL',
      'CONSOLE',
      'DIGEST_GRACE_HOURS',
    ]);
    expect(problems['TIME_ZONE']).toBe(
      '"Almaty/Asia" is wrong; it should be an IANA time zone, such as Asia/Almaty',
    );
    expect(problems['CONSOLE']).toContain('auto, on, off');
  });

  it('never repeat a secret', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db' })['DATABASE_URL']).not.toContain('hunter2');
  });

  it('are right, or reported, whatever is set', () => {
    const env = fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(env, (some) => {
        const problems = problemsOf(some);

        for (const variable of Object.keys(problems)) expect(some[variable]?.trim()).toBeTruthy();
      }),
    );
  });
});

describe('what is written about settings', () => {
  it('is in .env.example, word for word', async () => {
    const file = await readFile(new URL('../.env.example', import.meta.url), 'utf8');

    expect(file).toBe(envExample(all));
  });

  it('names every setting once', () => {
    for (const { name } of all) {
      expect(envExample(all).match(new RegExp(`^(# )?${name}=`, 'gm'))).toHaveLength(1);
      expect(settingsTable(all).match(new RegExp(`^\\| \`${name}\` \\|`, 'gm'))).toHaveLength(1);
    }
  });

  it('gives lines that can be read back', () => {
    const lines = envExample(all)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));

    const env = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );

    expect(readConfig(env)).toEqual(readConfig({}));
  });
});
