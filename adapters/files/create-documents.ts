import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DocumentReading, Documents } from '../../src/ports/documents.ts';
import { type FoundFile, walk } from './walk.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** The files of this machine; see the port for what is left out and what is reported. */
export function createDocuments(): Documents {
  return { read, count };
}

async function* read(path: string): AsyncGenerator<DocumentReading> {
  for await (const found of walk(resolve(path))) yield await readFound(found);
}

async function count(path: string): Promise<number> {
  let files = 0;
  for await (const _found of walk(resolve(path))) files += 1;
  return files;
}

async function readFound(found: FoundFile): Promise<DocumentReading> {
  const { name, locator, problem } = found;
  if (problem !== null) return { kind: 'failed', name, reason: problem };
  try {
    const { size } = await stat(locator);
    if (size > MAX_BYTES)
      return { kind: 'failed', name, reason: `larger than ${MAX_BYTES / 1024 / 1024} MiB` };
    return { kind: 'read', document: { locator, name, bytes: await readFile(locator) } };
  } catch (error) {
    return { kind: 'failed', name, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return `cannot be read: ${error instanceof Error ? error.message : error}`;
}
