import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createYamlProfileReader } from '../../../adapters/profile/yaml/create-yaml-profile-reader.ts';

const REAL = new URL('../../../relationships/kazakhstan-pakistan/', import.meta.url).pathname;
const reader = createYamlProfileReader();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profile-'));
  await cp(REAL, folder, { recursive: true, filter: (path) => !path.includes('samples') });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the profile reader', () => {
  it('reads the profile that comes with the program without a problem', async () => {
    const { relationship, problems } = await reader.read(REAL);

    expect(problems).toEqual([]);
    expect(relationship?.sides.map(({ id }) => id)).toEqual(['KZ', 'PK']);
  });

  it('puts the files into the words of the domain', async () => {
    const { relationship } = await reader.read(REAL);
    const nurtleu = relationship?.people.find(({ id }) => id === 'nurtleu');
    const foreignMinister = relationship?.offices.find(({ id }) => id === 'kz-foreign-minister');
    const defence = relationship?.topics.find(({ id }) => id === 'defence');

    expect(nurtleu?.tenures).toContainEqual({
      officeId: 'kz-foreign-minister',
      from: '2023-04',
      to: '2025-09-26',
      seen: [],
    });
    expect(nurtleu?.mistakes).toContain('Attleeu');
    expect(foreignMinister).toMatchObject({ isSingle: true, rank: 3, title: 'Foreign Minister' });
    expect(defence?.words.de).toEqual(expect.arrayContaining(['Verteidigungsminister', 'Heereschef']));
  });

  it('names file and line of a reference to nothing', async () => {
    const line = await edit(
      'people.yaml',
      'office: kz-foreign-minister, from: 2023-04',
      'office: kz-nobody, from: 2023-04',
    );

    const { relationship, problems } = await reader.read(folder);

    expect(relationship).not.toBeNull();
    expect(problems).toEqual([
      { file: 'people.yaml', line, message: 'nurtleu holds kz-nobody, but there is no such office' },
    ]);
  });

  it('names the line of a spelling that two people share', async () => {
    const text = await readFile(join(folder, 'people.yaml'), 'utf8');
    const added = `${text.trimEnd()}\n- id: double\n  side: KZ\n  name: Double\n  spellings:\n    en:\n      - Double\n      - Murat Nurtleu\n`;
    await writeFile(join(folder, 'people.yaml'), added);

    const { problems } = await reader.read(folder);

    expect(problems).toEqual([
      {
        file: 'people.yaml',
        line: added.trimEnd().split('\n').length,
        message: '"Murat Nurtleu" means both nurtleu and double',
      },
    ]);
  });

  it('names the line of a key that it does not know', async () => {
    const line = await edit('offices.yaml', '  single: true', '  singel: true');

    const { relationship, problems } = await reader.read(folder);

    expect(relationship).toBeNull();
    expect(problems.every(({ file }) => file === 'offices.yaml')).toBe(true);
    expect(problems.some(({ message }) => message.includes('singel'))).toBe(true);
    expect(problems.map((problem) => problem.line)).toContain(line - 4);
  });

  it('names the line at which a file stops being YAML', async () => {
    await writeFile(join(folder, 'topics.yaml'), '- id: trade\n  name: Trade\n  words: { en: [trade\n');

    const { relationship, problems } = await reader.read(folder);

    expect(relationship).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'topics.yaml', line: expect.toSatisfy((line) => line >= 3) });
  });

  it('names every file that is missing', async () => {
    await rm(join(folder, 'corridors.yaml'));
    await rm(join(folder, 'topics.yaml'));

    const { problems } = await reader.read(folder);

    expect(problems).toEqual([
      { file: 'corridors.yaml', line: 1, message: 'the file is missing' },
      { file: 'topics.yaml', line: 1, message: 'the file is missing' },
    ]);
  });

  it('reads a bare year as a date', async () => {
    await edit('people.yaml', 'office: kz-president, from: 2019-03', 'office: kz-president, from: 2019');

    const { relationship, problems } = await reader.read(folder);

    expect(problems).toEqual([]);
    expect(relationship?.people.find(({ id }) => id === 'tokayev')?.tenures[0]?.from).toBe('2019');
  });
});

/** Replaces the first occurrence and gives its 1-based line. */
async function edit(file: string, from: string, to: string): Promise<number> {
  const text = await readFile(join(folder, file), 'utf8');
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${file} does not have "${from}"`);
  await writeFile(join(folder, file), text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}
