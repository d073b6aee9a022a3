import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as adapters from '../adapters/index.ts';
import { engines } from '../adapters/store/dialects/index.ts';
import { commands } from '../commands/index.ts';
import { fileProblems } from './architecture/file-rules.ts';
import { importProblems } from './architecture/import-table.ts';
import { packageProblems } from './architecture/package-rules.ts';
import { chatShapeProblems, registryProblems } from './architecture/registry-rules.ts';
import { importsOf, readSources, withoutComments } from './architecture/source-file.ts';
import { wordingProblems } from './architecture/wording-rules.ts';

const product = readSources('src', 'adapters', 'commands');
const all = [...product, ...readSources('tests')];

describe('imports', () => {
  it('follow the table', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(product.flatMap(importProblems)).toEqual([]);
  });

  it('are found in every form, in code and not in comments', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type {\n  B,\n  C,\n} from '../b/b.ts';",
      "import * as d from 'd';",
      "import './e.ts';",
      "export { f } from './f.ts';",
      "export type * from './g.ts';",
      "const h = await import('./h.ts');",
      "type I = import('./i.ts').I;",
      "// import { no } from './no.ts';",
      "/** import { no } from './no.ts'; */",
    ].join('\n');

    const found = importsOf({ path: 'src/x/y.ts', text });

    expect(found.toSorted()).toEqual(
      ['d', 'src/b/b.ts', ...['a', 'e', 'f', 'g', 'h', 'i'].map((name) => `src/x/${name}.ts`)].toSorted(),
    );
  });

  it.each([
    ['src/domain/a.ts', '../ports/store.ts'],
    ['src/domain/a.ts', 'zod'],
    ['src/domain/a.ts', 'node:fs'],
    ['src/ports/a.ts', '../errors.ts'],
    ['src/ports/a.ts', '../language/words.ts'],
    ['src/language/a.ts', '../ports/store.ts'],
    ['src/ingest/a.ts', '../understand/understand.ts'],
    ['src/ingest/a.ts', 'node:fs/promises'],
    ['src/stories/a.ts', '../ledger/observe.ts'],
    ['src/stories/a.ts', 'kysely'],
    ['src/ledger/a.ts', '../search/search-passages.ts'],
    ['src/search/a.ts', '../answers/answer-question.ts'],
    ['src/answers/a.ts', '../digests/compose-edition.ts'],
    ['src/answers/a.ts', '../messages/blocks.ts'],
    ['src/digests/a.ts', '../locales/en.ts'],
    ['src/messages/a.ts', '../ports/command.ts'],
    ['src/messages/a.ts', '../answers/answer-question.ts'],
    ['src/chat/a.ts', '../jobs/create-jobs.ts'],
    ['src/jobs/a.ts', '../chat/answer-command.ts'],
    ['src/jobs/a.ts', '../../adapters/index.ts'],
    ['src/jobs/a.ts', '../../commands/index.ts'],
    ['src/jobs/a.ts', '../app.ts'],
    ['src/config.ts', './ports/store.ts'],
    ['src/app.ts', './main.ts'],
    ['src/app.ts', '../adapters/index.ts'],
    ['commands/a.ts', './latest.ts'],
    ['commands/a.ts', './index.ts'],
    ['commands/a.ts', '../adapters/index.ts'],
    ['commands/a.ts', '../src/chat/answer-command.ts'],
    ['commands/a.ts', '../src/main.ts'],
    ['commands/index.ts', '../src/main.ts'],
    ['adapters/index.ts', '../src/main.ts'],
    ['adapters/index.ts', '../src/program.ts'],
    ['src/main.ts', './app.ts'],
    ['adapters/chat/a/a.ts', '../console/render.ts'],
    ['adapters/chat/a/a.ts', '../../../src/answers/answer-question.ts'],
    ['adapters/store/a.ts', '../clock/system-clock.ts'],
    ['adapters/store/a.ts', '../../src/messages/blocks.ts'],
    ['adapters/store/a.ts', '../../src/stories/compare.ts'],
    ['adapters/store/a.ts', '../index.ts'],
    ['adapters/fetch/a.ts', '../../commands/index.ts'],
  ])('would be refused in %s for %s, types included', (path, target) => {
    const problems = importProblems({ path, text: `import type { A } from '${target}';\n` });

    expect(problems).toHaveLength(1);
  });

  it.each([
    ['src/answers/a.ts', '../stories/compare.ts'],
    ['src/main.ts', './program.ts'],
    ['src/program.ts', '../adapters/index.ts'],
    ['src/main.ts', 'node:fs'],
    ['commands/index.ts', './latest.ts'],
    ['adapters/chat/a/a.ts', '../../../src/messages/blocks.ts'],
    ['adapters/chat/a/deep/a.ts', '../render.ts'],
    ['adapters/store/dialects/a.ts', '../tables.ts'],
    ['adapters/fetch/a.ts', 'undici'],
  ])('would be allowed in %s for %s', (path, target) => {
    expect(importProblems({ path, text: `import { a } from '${target}';\n` })).toEqual([]);
  });

  it('would be refused in a folder that the table does not know', () => {
    expect(importProblems({ path: 'src/extras/a.ts', text: '' })).toHaveLength(1);
    expect(importProblems({ path: 'src/extras.ts', text: '' })).toHaveLength(1);
  });
});

describe('wording', () => {
  it('keeps platforms, environment, time, network and mocks in their places', () => {
    expect(all.filter(isNoRuleBook).flatMap(wordingProblems)).toEqual([]);
  });

  it.each([
    ['src/chat/a.ts', '// as Slack does'],
    ['commands/a.ts', "const platform = 'discord';"],
    ['src/messages/discord-blocks.ts', ''],
    ['src/config.ts', 'const a = process.env.A;'],
    ['adapters/log/a.ts', "const a = process.env['A'];"],
    ['adapters/log/a.ts', 'const { env } = process;'],
    ['src/jobs/a.ts', 'const now = Date.now();'],
    ['adapters/store/a.ts', 'const now = new Date();'],
    ['adapters/store/a.ts', 'const now = new Date;'],
    ['commands/a.ts', 'const now = Date();'],
    ['src/ingest/a.ts', "import { createServer } from 'node:http';"],
    ['src/ingest/a.ts', "import { Agent } from 'undici';"],
    ['src/ingest/a.ts', 'const page = await fetch(url);'],
    ['src/ingest/a.ts', 'export default function a() {}'],
    ['tests/a.test.ts', 'export { a as default };'],
    ['adapters/store/a.ts', 'export enum A { B }'],
    ['adapters/store/a.ts', 'const enum A { B }'],
    ['src/domain/a.ts', 'let count = 0;'],
    ['commands/a.ts', 'export let count = 0;'],
    ['tests/a.test.ts', "vi.mock('../src/app.ts');"],
  ])('would be refused in %s: %s', (path, text) => {
    expect(wordingProblems({ path, text: `${text}\n` })).toHaveLength(1);
  });

  it.each([
    ['adapters/chat/a/a.ts', '// as Slack does'],
    ['src/main.ts', 'const config = parseConfig(process.env);'],
    ['adapters/clock/a.ts', 'const now = Date.now();'],
    ['src/domain/a.ts', 'const day = new Date(at).toISOString();'],
    ['src/ingest/a.ts', 'const outcome = await fetcher.fetch(url);'],
    ['adapters/fetch/a.ts', 'const page = await fetch(url);'],
    ['src/domain/a.ts', '/** Never process.env, Date.now() or fetch(url). */'],
    ['src/domain/a.ts', 'function a() {\n  let count = 0;\n}'],
  ])('would be allowed in %s: %s', (path, text) => {
    expect(wordingProblems({ path, text: `${text}\n` })).toEqual([]);
  });

  it('leaves addresses in strings alone when it takes comments out', () => {
    const text = "const a = 'https://example.org/a'; // said\nconst b = /* why */ 1;";

    expect(withoutComments(text).replaceAll(/ +/g, ' ')).toBe(
      "const a = 'https://example.org/a'; \nconst b = 1;",
    );
  });
});

describe('files', () => {
  it('have names that say what is inside, and a size that can be read', () => {
    expect(all.flatMap(fileProblems)).toEqual([]);
  });

  it.each([
    'src/utils/a.ts',
    'src/chat/helpers.ts',
    'src/chat/line-helpers.ts',
    'adapters/store/data.ts',
    'tests/chat/shared.test.ts',
    'commands/Latest.ts',
    'src/chat/read_line.ts',
  ])('would be refused as %s', (path) => {
    expect(fileProblems({ path, text: '' })).toHaveLength(1);
  });

  it('would be refused with more than 250 lines', () => {
    expect(fileProblems({ path: 'src/chat/a.ts', text: 'a;\n'.repeat(250) })).toEqual([]);
    expect(fileProblems({ path: 'src/chat/a.ts', text: 'a;\n'.repeat(251) })).toHaveLength(1);
  });

  it('may have words like drawers inside longer words', () => {
    expect(fileProblems({ path: 'src/ingest/page-metadata.ts', text: '' })).toEqual([]);
  });
});

describe('registries', () => {
  it('list every family of adapters', () => {
    const found = foldersIn('adapters');

    expect(registryProblems({ name: 'adapters/index.ts', listed: Object.keys(adapters), found })).toEqual([]);
  });

  it('list every chat adapter', () => {
    const { platforms, ...others } = adapters.chat;
    const listed = [...Object.keys(others), ...Object.keys(platforms)];

    expect(registryProblems({ name: 'chat', listed, found: foldersIn('adapters/chat') })).toEqual([]);
  });

  it('list every reader of profiles', () => {
    const listed = Object.keys(adapters.profile);

    expect(registryProblems({ name: 'profile', listed, found: foldersIn('adapters/profile') })).toEqual([]);
  });

  it('list every engine of the store', () => {
    const found = modulesIn('adapters/store/dialects');

    expect(registryProblems({ name: 'engines', listed: Object.keys(engines), found })).toEqual([]);
  });

  it('list every command once, under the name of its file', () => {
    const listed = commands.map(({ name }) => name);

    expect(registryProblems({ name: 'commands/index.ts', listed, found: modulesIn('commands') })).toEqual([]);
  });

  it('would be refused for what they forget, invent or repeat', () => {
    const problems = registryProblems({ name: 'a', listed: ['b', 'b', 'c'], found: ['b', 'd'] });

    expect(problems).toEqual(['a does not list d', 'a lists c, which is not there', 'a lists b twice']);
  });
});

describe('chat adapters', () => {
  it('hold the same core files', () => {
    const problems = foldersIn('adapters/chat').flatMap((name) =>
      chatShapeProblems({
        name,
        files: readdirSync(`adapters/chat/${name}`),
        isPlatform: name in adapters.chat.platforms,
      }),
    );

    expect(problems).toEqual([]);
  });

  it('would be refused without a renderer', () => {
    const files = ['web-adapter.ts', 'platform.ts', 'settings.ts'];

    expect(chatShapeProblems({ name: 'web', files, isPlatform: true })).toEqual([
      'adapters/chat/web has no render.ts',
      'adapters/chat/web has no limits.ts',
    ]);
  });
});

describe('packages', () => {
  it('compile nothing when they are installed', () => {
    const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));

    expect(packageProblems(lock, ['node'])).toEqual([]);
  });

  it('would be refused when they compile or run a script', () => {
    const packages = {
      'node_modules/a': { hasInstallScript: true },
      'node_modules/b/node_modules/node-gyp-build': {},
      'node_modules/node': { hasInstallScript: true },
      'node_modules/c': {},
    };

    expect(packageProblems({ packages }, ['node'])).toEqual([
      'a runs a script when it is installed',
      'node-gyp-build compiles native code',
    ]);
  });
});

/** The rules and their test quote what they forbid. */
function isNoRuleBook({ path }: { readonly path: string }): boolean {
  return path !== 'tests/architecture.test.ts' && !path.startsWith('tests/architecture/');
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function modulesIn(folder: string): readonly string[] {
  return globSync(`${folder}/*.ts`)
    .map((path) => basename(path, '.ts'))
    .filter((name) => name !== 'index');
}
