import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';

export interface FoundFile {
  readonly locator: string;
  readonly name: string;
  /** Why it cannot be read, known without opening it. */
  readonly problem: string | null;
}

interface Tree {
  readonly root: string;
  readonly realRoot: string;
}

/** All files at an absolute path, folders in name order. Links are followed to files below the path, never out of it. */
export async function* walk(path: string): AsyncGenerator<FoundFile> {
  const found = await statOrProblem(path);
  const name = basename(path);
  if (typeof found === 'string') yield { locator: path, name, problem: found };
  else if (found.isDirectory()) yield* walkFolder(path, { root: path, realRoot: await realpath(path) });
  else if (found.isFile()) yield { locator: path, name, problem: null };
  else yield { locator: path, name, problem: 'neither a file nor a folder' };
}

async function* walkFolder(folder: string, tree: Tree): AsyncGenerator<FoundFile> {
  const entries = await entriesOf(folder);
  if (typeof entries === 'string') {
    yield { locator: folder, name: nameIn(tree, folder), problem: entries };
    return;
  }
  for (const entry of entries) {
    const locator = join(folder, entry.name);
    if (entry.isDirectory()) yield* walkFolder(locator, tree);
    else yield { locator, name: nameIn(tree, locator), problem: await problemOf(entry, locator, tree) };
  }
}

async function problemOf(entry: Dirent, locator: string, tree: Tree): Promise<string | null> {
  if (entry.isFile()) return null;
  if (!entry.isSymbolicLink()) return 'not a regular file';
  const target = await statOrProblem(locator);
  if (typeof target === 'string') return 'a link to nothing';
  if (!target.isFile()) return 'a link to a folder is not followed';
  const isInside = (await realpath(locator)).startsWith(tree.realRoot + sep);
  return isInside ? null : 'a link that leaves the folder is not followed';
}

async function entriesOf(folder: string): Promise<Dirent[] | string> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return 'the folder cannot be read';
  }
}

async function statOrProblem(path: string): Promise<Stats | string> {
  try {
    return await stat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file or folder' : 'cannot be read';
  }
}

/** Names use `/` on every system, so that a report reads the same everywhere. */
function nameIn(tree: Tree, path: string): string {
  return path === tree.root
    ? basename(path)
    : path
        .slice(tree.root.length + 1)
        .split(sep)
        .join('/');
}
