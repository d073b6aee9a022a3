import { ConfigError, type ConfigProblem } from './errors.ts';
import type { Setting } from './ports/setting.ts';
import {
  choice,
  databaseUrl,
  filePath,
  host,
  list,
  optionalAddress,
  optionalDays,
  optionalFilePath,
  optionalPort,
  places,
  port,
  rootCommand,
  timeZone,
  wholeHours,
} from './setting-types.ts';

/** Everything that can be set, and the only place that says so. */
export const SETTINGS = {
  databaseUrl: {
    name: 'DATABASE_URL',
    type: databaseUrl,
    default: 'file:./data/dragoman.db',
    meaning: 'Where articles, the ledger and subscriptions are stored.',
    isSecret: true,
  },
  relationshipFolder: {
    name: 'RELATIONSHIP',
    type: filePath,
    default: './relationships/kazakhstan-pakistan',
    meaning: 'Folder of the profile of the two countries to follow.',
    isSecret: false,
  },
  rootCommand: {
    name: 'ROOT_COMMAND',
    type: rootCommand,
    default: 'relations',
    meaning: 'The command that people type before all others.',
    isSecret: false,
  },
  timeZone: {
    name: 'TIME_ZONE',
    type: timeZone,
    default: 'Asia/Almaty',
    meaning: 'Zone in which times are shown to people whose own zone is not known.',
    isSecret: false,
  },
  language: {
    name: 'READER_LANGUAGE',
    type: choice(['en']),
    default: 'en',
    meaning: 'Language of the answers.',
    isSecret: false,
  },
  logLevel: {
    name: 'LOG_LEVEL',
    type: choice(['debug', 'info', 'warn', 'error', 'silent']),
    default: 'info',
    meaning: 'The least important log lines that are written.',
    isSecret: false,
  },
  logFile: {
    name: 'LOG_FILE',
    type: optionalFilePath,
    default: '',
    meaning: 'File to which log lines are appended; without one the console writes none.',
    isSecret: false,
  },
  console: {
    name: 'CONSOLE',
    type: choice(['auto', 'on', 'off']),
    default: 'auto',
    meaning: 'Whether to open the console; auto opens it when no chat platform is configured.',
    isSecret: false,
  },
  historyFile: {
    name: 'HISTORY_FILE',
    type: filePath,
    default: './data/history',
    meaning: 'File in which the console keeps the lines typed.',
    isSecret: false,
  },
  digestGraceHours: {
    name: 'DIGEST_GRACE_HOURS',
    type: wholeHours,
    default: '6',
    meaning: 'How many hours late a digest may still be sent after downtime.',
    isSecret: false,
  },
  port: {
    name: 'PORT',
    type: port,
    default: '3000',
    meaning: 'Where the bot listens, when a platform calls it rather than being called.',
    isSecret: false,
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    type: optionalAddress,
    default: '',
    meaning: 'Where the world reaches that port, without a path.',
    isSecret: false,
  },
  operationsPort: {
    name: 'OPERATIONS_PORT',
    type: optionalPort,
    default: '',
    meaning:
      'Where /healthz, /readyz and /metrics of the running bot can be read; nowhere when nothing is set.',
    isSecret: false,
  },
  operationsHost: {
    name: 'OPERATIONS_HOST',
    type: host,
    default: '127.0.0.1',
    meaning: 'Address on which those are served.',
    isSecret: false,
  },
  operators: {
    name: 'OPERATORS',
    type: list,
    default: '',
    meaning:
      'Ids of the people who may run the commands of operators; the command settings shows everybody their own.',
    isSecret: false,
  },
  polling: {
    name: 'POLLING',
    type: choice(['on', 'off']),
    default: 'on',
    meaning: 'Whether the running bot reads the feeds of its sources.',
    isSecret: false,
  },
  keepArticlesDays: {
    name: 'KEEP_ARTICLES_DAYS',
    type: optionalDays,
    default: '',
    meaning:
      'For how many days after their publication articles are kept, with all that rests on them; for ever when nothing is set.',
    isSecret: false,
  },
  keepEditionsDays: {
    name: 'KEEP_EDITIONS_DAYS',
    type: optionalDays,
    default: '',
    meaning:
      'For how many days after they were due digests and alerts are kept; for ever when nothing is set.',
    isSecret: false,
  },
  fetchAllow: {
    name: 'FETCH_ALLOW',
    type: places,
    default: '',
    meaning:
      'Places off the public internet, or at other ports than 80 and 443, that may be read all the same.',
    isSecret: false,
  },
  fetchContact: {
    name: 'FETCH_CONTACT',
    type: optionalAddress,
    default: '',
    meaning: 'Page about this bot, which the servers that it reads are told with every request.',
    isSecret: false,
  },
} as const satisfies Record<string, Setting<unknown>>;

type SettingTable = Readonly<Record<string, Setting<unknown>>>;

export type Values<Table extends SettingTable> = {
  readonly [Key in keyof Table]: Table[Key] extends Setting<infer Value> ? Value : never;
};

export type Config = Values<typeof SETTINGS>;

export type Env = Readonly<Record<string, string | undefined>>;

/** Reads the settings of the bot itself; every mistake is reported at once as `ConfigError`. */
export function readConfig(env: Env): Config {
  return readSettings(SETTINGS, env);
}

/** Reads all settings of a table, an empty variable as one that is not set; every mistake is reported at once. */
export function readSettings<Table extends SettingTable>(table: Table, env: Env): Values<Table> {
  const problems: ConfigProblem[] = [];
  const values = Object.entries(table).map(([key, setting]) => {
    const text = env[setting.name]?.trim() || setting.default;
    const value = setting.type.read(text);
    if (value === undefined) problems.push(problemOf(setting, text));
    return [key, value] as const;
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(values) as Values<Table>;
}

function problemOf({ name, type, isSecret }: Setting<unknown>, text: string): ConfigProblem {
  const shown = isSecret ? 'the value is wrong' : `"${text}" is wrong`;
  return { variable: name, problem: `${shown}; it should be ${type.expected}` };
}
