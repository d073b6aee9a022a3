import type { SourceFile } from './source-file.ts';

const MOST_LINES = 250;
const DRAWERS =
  /^(?:util|utils|helper|helpers|common|shared|misc|managers?|services?|handlers?|impl|data|infos?)$/;

/** One sentence for every rule of names and sizes that a file breaks. */
export function fileProblems({ path, text }: SourceFile): readonly string[] {
  return [...nameProblems(path), ...sizeProblems(path, text)];
}

function nameProblems(path: string): readonly string[] {
  const names = path.replace(/(?:\.test)?\.ts$/, '').split('/');
  const drawer = names.flatMap((name) => name.split('-')).find((word) => DRAWERS.test(word));
  return [
    ...(drawer === undefined ? [] : [`${path} is called after a drawer: ${drawer}`]),
    ...(names.every((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) ? [] : [`${path} is not in kebab-case`]),
  ];
}

function sizeProblems(path: string, text: string): readonly string[] {
  const lines = text.split('\n').length - 1;
  const isCode = /^(src|adapters|commands)\//.test(path);
  return isCode && lines > MOST_LINES ? [`${path} has ${lines} lines, more than ${MOST_LINES}`] : [];
}
