import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../commands/index.ts';
import { EXPORT_FORMATS } from '../src/arguments.ts';
import { SETTINGS } from '../src/config.ts';
import { commandTable } from '../src/messages/command-table.ts';
import { platformSettings } from '../src/open-platforms.ts';
import { settingsTable } from '../src/settings-text.ts';
import {
  brokenLinks,
  type MarkdownPage,
  pathsNamed,
  readPage,
  scriptsNamed,
} from './documentation/markdown-page.ts';

const readme = readPage('README.md');
const pages = globSync(['*.md', '{src,adapters,commands,tests}/**/*.md']).map(readPage);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('the README', () => {
  it('has the table of commands that the registry gives', () => {
    expect(readme.text).toContain(`\n${commandTable(commands, `/${SETTINGS.rootCommand.default}`)}\n`);
  });

  it('has the table of settings that the program reads', () => {
    expect(readme.text).toContain(`\n${settingsTable([...Object.values(SETTINGS), ...platformSettings])}\n`);
  });

  it('explains every export format', () => {
    const explained = [...readme.text.matchAll(/^\| `(\w+)` \| (?!–|`)/gm)].map(([, name]) => name);

    expect(explained).toEqual(expect.arrayContaining([...EXPORT_FORMATS]));
  });

  it('names the command that runs the tests, and CI runs it', () => {
    const ci = readFileSync('.ci/run', 'utf8');

    expect(readme.text).toContain('```sh\nnpm test\n```');
    expect(ci).toMatch(/^npm ci\nnpm test\nnpm run check$/m);
  });
});

describe('every page', () => {
  it('names only files and folders that are there', () => {
    const missing = pages.flatMap((page) =>
      pathsNamed(page)
        .filter((path) => !existsSync(path))
        .map((path) => `${page.path}: ${path}`),
    );

    expect(missing).toEqual([]);
  });

  it('names only npm scripts that are there', () => {
    const missing = pages.flatMap((page) => scriptsNamed(page).filter((script) => !(script in scripts)));

    expect(pages.flatMap(scriptsNamed)).toContain('evaluate');
    expect(missing).toEqual([]);
  });

  it('links only to what is there', () => {
    expect(pages.flatMap((page) => brokenLinks(page).map((link) => `${page.path}: ${link}`))).toEqual([]);
  });
});

describe('npm scripts', () => {
  it('run only files that are there', () => {
    const files = Object.values(scripts).flatMap((script) => script.match(/[\w./-]+\.m?[jt]s\b/g) ?? []);

    expect(files).toContain('src/main.ts');
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('the readers of pages', () => {
  const page = (text: string): MarkdownPage => ({ path: 'src/README.md', text });

  it('find paths of the project in prose and code, and leave out what is not one', () => {
    const text =
      'See `config.ts`, src/gone/. Then:\n\n    node src/main.ts a\n\nhttps://a.example/src/b.ts `feed.xml`';

    expect(pathsNamed(page(text)).toSorted()).toEqual(['src/config.ts', 'src/gone', 'src/main.ts']);
  });

  it('find scripts in every form', () => {
    const text = '`npm run check:style`, npm run --silent dragoman -- run "latest", `npm test`, `npm ci`';

    expect(scriptsNamed(page(text))).toEqual(['check:style', 'dragoman', 'test']);
  });

  it('find links to files and headings that are not there', () => {
    const text = [
      '# Words, and flow',
      '[a](main.ts) [b](gone.ts) [c](../README.md#tests) [d](../README.md#gone)',
      '[e](#words-and-flow) [f](#gone) [g](https://a.example/gone)',
    ].join('\n');

    expect(brokenLinks(page(text))).toEqual(['gone.ts', '../README.md#gone', '#gone']);
  });
});
