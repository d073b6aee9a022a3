import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** One TypeScript file of the project; `path` is relative to its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below these folders, in the order of their paths. */
export function readSources(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const COMMENT = /(?<=^|[\s{(,])(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*)/g;

/** The text without its comments; lines keep their numbers. The formatter puts a space before every comment. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}

const IMPORTS = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

/** What a file imports, type imports and re-exports included: paths from the root, or names of packages. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  const names = IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name));
  return names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}
