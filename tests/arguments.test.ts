import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, readArguments, usage } from '../src/arguments.ts';
import { UserError } from '../src/errors.ts';

const ZONE = 'Asia/Almaty';

describe('the words behind the name of the program', () => {
  it('open the bot when there are none', () => {
    expect(read()).toEqual({ kind: 'start', now: null });
    expect(read('start')).toEqual({ kind: 'start', now: null });
  });

  it('name a call and what it is about', () => {
    expect(read('run', 'latest defence')).toEqual({
      ...{ kind: 'run', line: 'latest defence', isJson: false, now: null },
    });
    expect(read('ingest', 'a.txt', 'https://dawn.com/feed', '--json')).toEqual({
      ...{ kind: 'ingest', inputs: ['a.txt', 'https://dawn.com/feed'], isJson: true, now: null },
    });
    expect(read('profile', 'check', 'relationships/x')).toEqual({
      ...{ kind: 'profile-check', folder: 'relationships/x' },
    });
    expect(read('backup', 'copy.db')).toEqual({ kind: 'backup', file: 'copy.db' });
    expect(read('restore', 'copy.db')).toEqual({ kind: 'restore', file: 'copy.db', isReplacing: false });
    expect(read('restore', 'copy.db', '--replace')).toMatchObject({ isReplacing: true });
    expect(read('retention')).toEqual({ kind: 'retention' });
    expect(read('migrate')).toEqual({ kind: 'migrate' });
  });

  it('may leave the quotes of a command line out', () => {
    expect(read('run', 'who', 'Nurtleu')).toMatchObject({ line: 'who Nurtleu' });
  });

  it.each(EXPORT_FORMATS)('export as %s', (format) => {
    expect(read('export', '--format', format)).toEqual({ kind: 'export', format });
  });

  it('export as JSON unless told otherwise', () => {
    expect(read('export')).toEqual({ kind: 'export', format: 'json' });
  });

  it.each([['--help'], ['-h'], ['help'], ['run', '--help']])('ask how it is called: %s', (...words) => {
    expect(read(...words)).toEqual({ kind: 'usage' });
  });

  it('set the clock, a day as its last minute where the reader is', () => {
    const day = read('run', 'latest', '--now', '2026-02-10');
    const instant = read('run', 'latest', '--now', '2026-02-10T08:00:00+05:00');

    expect(day).toMatchObject({ now: Date.parse('2026-02-10T18:59:00Z') });
    expect(instant).toMatchObject({ now: Date.parse('2026-02-10T03:00:00Z') });
  });

  it.each(['soon', '2026-02-30', '2026-02-30T08:00:00Z', '7', '10.02.2026'])(
    'refuse "%s" as the time',
    (now) => {
      expect(() => read('run', 'latest', '--now', now)).toThrow('ISO date');
    },
  );

  it.each([
    ['a command line', ['run']],
    ['a command line', ['run', '  ']],
    ['a file, folder or URL', ['ingest']],
    ['the folder of a relationship', ['profile', 'check']],
    ['profile check FOLDER', ['profile', 'relationships/x']],
    ['the file to write', ['backup']],
    ['the copy to read', ['restore']],
    ['--format is one of json, csv', ['export', '--format', 'pdf']],
  ])('say what is missing: %s', (missing, words) => {
    expect(() => read(...words)).toThrow(UserError);
    expect(() => read(...words)).toThrow(missing);
  });

  it.each([['digest'], ['toString'], ['constructor'], ['--loud']])(
    'are answered with how to call it when they are unknown: %s',
    (...words) => {
      expect(() => read(...words)).toThrow(UserError);
      expect(() => read(...words)).toThrow(usage([]));
    },
  );
});

function read(...words: readonly string[]) {
  return readArguments(words, ZONE);
}
