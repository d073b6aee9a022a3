import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A page of the documentation; `path` is relative to the root of the project. */
export interface MarkdownPage {
  readonly path: string;
  readonly text: string;
}

export function readPage(path: string): MarkdownPage {
  return { path, text: readFileSync(path, 'utf8') };
}

const FOLDERS = /(?<![\w/.:-])(?:src|adapters|commands|tests|relationships|\.ci)\/[\w./-]*\w/g;
const FILES_IN_CODE = /`([\w-][\w.-]*\.(?:ts|json|ya?ml|md))`/g;

/** The files and folders of the project that a page names, outside its links. */
export function pathsNamed({ path, text }: MarkdownPage): readonly string[] {
  const folder = posix.dirname(path);
  const files = [...text.matchAll(FILES_IN_CODE)].map(([, name = '']) => posix.join(folder, name));
  return [...new Set([...(text.match(FOLDERS) ?? []), ...files])];
}

/** The npm scripts that a page tells to run. */
export function scriptsNamed({ text }: MarkdownPage): readonly string[] {
  const named = [...text.matchAll(/\bnpm (?:run (?:--\w+ )*([\w:]+)|(test|start)\b)/g)];
  return [...new Set(named.map(([, run, short]) => run ?? short ?? ''))];
}

/** The relative links of a page whose file or heading is not there. */
export function brokenLinks({ path, text }: MarkdownPage): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target) && !resolves(target, path, text));
}

function resolves(target: string, path: string, text: string): boolean {
  const [file = '', anchor] = target.split('#');
  const full = file === '' ? path : posix.join(posix.dirname(path), file);
  if (!existsSync(full)) return false;
  return anchor === undefined || anchorsOf(file === '' ? text : readPage(full).text).includes(anchor);
}

function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
