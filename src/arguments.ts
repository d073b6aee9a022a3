import { parseArgs } from 'node:util';
import { isDay } from './domain/day.ts';
import type { Instant } from './domain/identity.ts';
import { zoneClock } from './domain/zone-clock.ts';
import { UserError } from './errors.ts';

export const EXPORT_FORMATS = ['json', 'csv', 'markdown', 'ics', 'opml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What the program was called to do. `now` sets the clock of this one run. */
export type Call =
  | { readonly kind: 'start'; readonly now: Instant | null }
  | { readonly kind: 'run'; readonly line: string; readonly isJson: boolean; readonly now: Instant | null }
  | {
      readonly kind: 'ingest';
      readonly inputs: readonly string[];
      readonly isJson: boolean;
      readonly now: Instant | null;
    }
  | { readonly kind: 'export'; readonly format: ExportFormat }
  | { readonly kind: 'profile-check'; readonly folder: string }
  | { readonly kind: 'migrate' }
  | { readonly kind: 'backup'; readonly file: string }
  | { readonly kind: 'restore'; readonly file: string; readonly isReplacing: boolean }
  | { readonly kind: 'retention' }
  | {
      readonly kind: 'platform';
      readonly platform: string;
      readonly name: string;
      /** As they were typed; the platform reads them. */
      readonly parameters: readonly string[];
    }
  | { readonly kind: 'usage' };

const LAST_MINUTE_OF_DAY = 23 * 60 + 59;

interface Flags {
  readonly json: boolean;
  readonly now: Instant | null;
  readonly format: ExportFormat;
  readonly replace: boolean;
}

/** What a platform does once, from the command line. */
export interface PlatformCalls {
  readonly platform: string;
  readonly calls: readonly {
    readonly name: string;
    readonly parameters: string;
    readonly description: string;
  }[];
}

/** How the program is called, for people who called it otherwise. */
export function usage(platforms: readonly PlatformCalls[]): string {
  const lines = platforms.flatMap(({ platform, calls }) =>
    calls.map(({ name, parameters, description }) => {
      const call = ['dragoman', platform, name, parameters].filter((word) => word !== '').join(' ');
      return `${call.padEnd(44)}${description}`;
    }),
  );
  return [OWN_USAGE, ...lines, '', NOW_USAGE].join('\n');
}

const OWN_USAGE = `dragoman                                    open the bot (the console when no platform is set up)
dragoman run "COMMAND LINE" [--json]        one command, one answer
dragoman ingest PATH|URL… [--json]          read files, folders, pages and feeds into the archive
dragoman export [--format FORMAT]           ${EXPORT_FORMATS.join(', ')}
dragoman profile check FOLDER               check a relationship's profile
dragoman migrate                            bring the database up to date
dragoman backup FILE                        write a copy of the database, while running
dragoman restore FILE [--replace]           read such a copy into the database, in the place of what it holds
dragoman retention                          what the settings of retention would delete now`;
const NOW_USAGE = 'start, run and ingest take --now 2026-02-10: the clock of this one run.';

/** Reads the words behind the program's name, days in `zone`; a UserError says what is wrong with them. */
export function readArguments(
  words: readonly string[],
  zone: string,
  platforms: readonly PlatformCalls[] = [],
): Call {
  const ofPlatform = platformCall(words, platforms);
  if (ofPlatform !== null) return ofPlatform;
  const { values, positionals } = parsed(words, platforms);
  if (values.help === true) return { kind: 'usage' };
  const flags = {
    json: values.json === true,
    now: instantOf(values.now, zone),
    format: formatOf(values.format),
    replace: values.replace === true,
  };
  const [name = 'start', ...rest] = positionals;
  const read = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (read === undefined) throw new UserError(`There is no call "${name}". These are:\n${usage(platforms)}`);
  return read(rest, flags);
}

const CALLS: Readonly<Record<string, (rest: readonly string[], flags: Flags) => Call>> = {
  start: (_rest, { now }) => ({ kind: 'start', now }),
  run: (rest, { json, now }) => ({
    kind: 'run',
    line: needed(rest.join(' '), 'a command line, such as run "latest"'),
    isJson: json,
    now,
  }),
  ingest: (rest, { json, now }) => {
    needed(rest.join(''), 'a file, folder or URL');
    return { kind: 'ingest', inputs: rest, isJson: json, now };
  },
  export: (_rest, { format }) => ({ kind: 'export', format }),
  profile: ([verb, folder]) => {
    if (verb !== 'check') throw new UserError('Say "profile check FOLDER".');
    return { kind: 'profile-check', folder: needed(folder, 'the folder of a relationship') };
  },
  migrate: () => ({ kind: 'migrate' }),
  backup: ([file]) => ({ kind: 'backup', file: needed(file, 'the file to write') }),
  restore: ([file], { replace }) => ({
    kind: 'restore',
    file: needed(file, 'the copy to read'),
    isReplacing: replace,
  }),
  retention: () => ({ kind: 'retention' }),
  help: () => ({ kind: 'usage' }),
};

/** `PLATFORM NAME …`; null when no platform is named. */
function platformCall(words: readonly string[], platforms: readonly PlatformCalls[]): Call | null {
  const [platform = '', name = '', ...parameters] = words;
  const named = platforms.find((each) => each.platform === platform);
  if (named === undefined) return null;
  const isKnown = named.calls.some((call) => call.name === name);
  if (!isKnown) throw new UserError(`${platform} can do this from here:\n${usage([named])}`);
  return { kind: 'platform', platform, name, parameters };
}

function parsed(words: readonly string[], platforms: readonly PlatformCalls[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        now: { type: 'string' },
        format: { type: 'string' },
        replace: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n${usage(platforms)}`);
  }
}

function needed(value: string | undefined, what: string): string {
  if (value === undefined || value.trim() === '') throw new UserError(`This call needs ${what}.`);
  return value;
}

/** A day stands for its last minute, so that `--now 2026-02-10` has read that day's news. */
function instantOf(value: string | undefined, zone: string): Instant | null {
  if (value === undefined) return null;
  if (isDay(value)) return zoneClock(zone)(value).instantOf(LAST_MINUTE_OF_DAY);
  const at = isDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new UserError('--now takes an ISO date, such as 2026-02-10 or 2026-02-10T08:00:00+05:00.');
  }
  return at;
}

function formatOf(value: string | undefined): ExportFormat {
  const format = EXPORT_FORMATS.find((each) => each === (value ?? 'json'));
  if (format === undefined) throw new UserError(`--format is one of ${EXPORT_FORMATS.join(', ')}.`);
  return format;
}
