import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { checkRelationship } from '../../../src/domain/relationship-rules.ts';
import type { ProfileProblem, ProfileReader, ProfileReading } from '../../../src/ports/profile-reader.ts';
import { lineOf, type Path } from './line-of.ts';
import { locate } from './locate.ts';
import { PROFILE_PARTS, type ProfilePart, profileSchema } from './schema.ts';
import { toRelationship } from './to-relationship.ts';

export function createYamlProfileReader(): ProfileReader {
  return { read };
}

interface PartReading {
  readonly part: ProfilePart;
  readonly text: string;
  readonly value: unknown;
  readonly problem: ProfileProblem | null;
}

async function read(folder: string): Promise<ProfileReading> {
  const parts = await Promise.all(PROFILE_PARTS.map((part) => readPart(folder, part)));
  const unreadable = parts.flatMap(({ problem }) => problem ?? []);
  if (unreadable.length > 0) return { relationship: null, problems: unreadable };

  const written = Object.fromEntries(parts.map(({ part, value }) => [part, value]));
  const checked = profileSchema.safeParse(written);
  if (!checked.success) {
    const problems = checked.error.issues.map(({ path, message }) => {
      const [part, ...rest] = path;
      return toProblem(parts, { part: part as ProfilePart, path: rest }, message);
    });
    return { relationship: null, problems: inOrder(problems) };
  }
  const relationship = toRelationship(checked.data);
  const problems = checkRelationship(relationship).map(({ path, message }) =>
    toProblem(parts, locate(path, checked.data), message),
  );
  return { relationship, problems: inOrder(problems) };
}

async function readPart(folder: string, part: ProfilePart): Promise<PartReading> {
  const file = fileOf(part);
  try {
    const text = await readFile(join(folder, file), 'utf8');
    return { part, text, value: load(text, { filename: file }), problem: null };
  } catch (error) {
    return { part, text: '', value: null, problem: unreadableProblem(file, error) };
  }
}

function unreadableProblem(file: string, error: unknown): ProfileProblem {
  if (error instanceof YAMLException) {
    return { file, line: (error.mark?.line ?? 0) + 1, message: `not valid YAML: ${error.reason}` };
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return { file, line: 1, message: 'the file is missing' };
  return { file, line: 1, message: `cannot be read: ${error instanceof Error ? error.message : error}` };
}

/** Lines are looked up only for problems, because a profile without any must load fast. */
function toProblem(
  parts: readonly PartReading[],
  place: { readonly part: ProfilePart; readonly path: Path },
  message: string,
): ProfileProblem {
  const text = parts.find(({ part }) => part === place.part)?.text ?? '';
  return { file: fileOf(place.part), line: lineOf(text, place.path), message };
}

function fileOf(part: ProfilePart): string {
  return `${part}.yaml`;
}

function inOrder(problems: readonly ProfileProblem[]): ProfileProblem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
