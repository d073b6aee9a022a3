import { importsOf, type SourceFile } from './source-file.ts';

/** What the files of one folder, or one file, may import. */
interface Row {
  readonly from: string;
  /** Folders and files of the project; a file may always import its own folder, except where `isApart`. */
  readonly to: readonly string[];
  /** May it use npm packages? Built-in modules that only compute are free for all, those that do more for adapters. */
  readonly hasPackages: boolean;
  /** Its files know nothing of each other. */
  readonly isApart?: boolean;
}

const STAGES = ['ingest', 'understand', 'stories', 'ledger', 'search', 'answers', 'digests'] as const;
const STAGES_WITH_PACKAGES: readonly string[] = ['ingest', 'understand'];

const base = ['src/domain', 'src/ports', 'src/errors.ts'];
const useCases = STAGES.map((stage) => `src/${stage}`);
const settings = ['src/config.ts', 'src/setting-types.ts', 'src/settings-text.ts'];
/** What puts the parts together; `main.ts` only starts it. */
const PROGRAM = ['src/program.ts', 'src/start-bot.ts', 'src/open-parts.ts', 'src/open-platforms.ts'];
/** The type of all words; the words themselves come through `src/messages`. */
const wordsType = 'src/locales/words.ts';

const TABLE: readonly Row[] = [
  { from: 'src/domain', to: [], hasPackages: false },
  { from: 'src/errors.ts', to: [], hasPackages: false },
  { from: 'src/ports', to: ['src/domain'], hasPackages: false },
  { from: 'src/language', to: ['src/domain'], hasPackages: true },
  ...STAGES.map((stage, place) => ({
    from: `src/${stage}`,
    to: [...base, 'src/language', ...useCases.slice(0, place)],
    hasPackages: STAGES_WITH_PACKAGES.includes(stage),
  })),
  { from: 'src/locales', to: ['src/domain'], hasPackages: false },
  { from: 'src/messages', to: ['src/domain', 'src/locales'], hasPackages: false },
  ...['src/chat', 'src/jobs'].map((from) => ({
    from,
    to: [...base, 'src/language', ...useCases, 'src/messages', wordsType],
    hasPackages: false,
  })),
  { from: 'src/operations', to: base, hasPackages: false },
  ...settings.map((from) => ({
    from,
    to: ['src/domain', 'src/errors.ts', 'src/ports/setting.ts', ...settings],
    hasPackages: true,
  })),
  { from: 'src/arguments.ts', to: ['src/domain', 'src/errors.ts'], hasPackages: false },
  {
    from: 'src/app.ts',
    to: [
      ...base,
      'src/language',
      ...useCases,
      'src/messages',
      'src/locales',
      'src/chat',
      'src/jobs',
      'src/operations',
    ],
    hasPackages: false,
  },
  { from: 'src/main.ts', to: ['src/program.ts'], hasPackages: false },
  ...PROGRAM.map((from) => ({ from, to: ['src', 'adapters', 'commands'], hasPackages: true })),
  {
    from: 'commands',
    to: [...base, ...useCases, 'src/messages', wordsType],
    hasPackages: false,
    isApart: true,
  },
  { from: 'commands/index.ts', to: ['commands', 'src/ports'], hasPackages: false },
  { from: 'adapters/index.ts', to: ['adapters', 'src/ports'], hasPackages: false },
];

/** Built-in modules that touch nothing outside the process. */
const COMPUTING = ['node:crypto', 'node:path', 'node:url', 'node:util'];

/** One sentence for every import that the table does not allow. */
export function importProblems(file: SourceFile): readonly string[] {
  const row = rowOf(file.path);
  if (row === null) return [`${file.path} has no row in the import table`];
  return importsOf(file)
    .filter((target) => !isAllowed(target, file.path, row))
    .map((target) => `${file.path} must not import ${target}`);
}

function rowOf(path: string): Row | null {
  const rows = TABLE.filter(({ from }) => isIn(path, from));
  const nearest = rows.toSorted((a, b) => b.from.length - a.from.length)[0];
  return nearest ?? adapterRow(path);
}

/** An adapter sees the contract and its own folder; one that talks to people also words, messages and kinds of settings. */
function adapterRow(path: string): Row | null {
  const [, own, family] = /^(adapters\/(chat|profile)\/[^/]+|adapters\/[^/]+)\//.exec(path) ?? [];
  if (own === undefined) return null;
  const words = family === 'chat' ? ['src/messages', 'src/locales', 'src/setting-types.ts'] : [];
  return { from: own, to: [...base, ...words], hasPackages: true };
}

function isAllowed(target: string, path: string, row: Row): boolean {
  if (target.startsWith('node:')) return COMPUTING.includes(target) || mayTouchTheWorld(path);
  if (!target.endsWith('.ts')) return row.hasPackages;
  if (isIn(target, row.from)) return row.isApart !== true;
  return row.to.some((place) => isIn(target, place));
}

function mayTouchTheWorld(path: string): boolean {
  return path.startsWith('adapters/') || path === 'src/main.ts' || PROGRAM.includes(path);
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
