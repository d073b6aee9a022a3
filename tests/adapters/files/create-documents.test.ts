import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocuments } from '../../../adapters/files/create-documents.ts';
import type { DocumentReading } from '../../../src/ports/documents.ts';

const documents = createDocuments();
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'documents-'));
  folder = join(parent, 'inbox');
  await mkdir(folder);
});

afterEach(async () => {
  await rm(parent, { recursive: true });
});

describe('documents', () => {
  it('gives a single file with its bytes, absolute path and name', async () => {
    await writeFile(join(folder, 'a.txt'), 'Астана');

    const readings = await readAll(join(folder, 'a.txt'));

    expect(readings).toEqual([
      {
        kind: 'read',
        document: { locator: join(folder, 'a.txt'), name: 'a.txt', bytes: Buffer.from('Астана') },
      },
    ]);
  });

  it('gives everything below a folder in name order and leaves hidden things out', async () => {
    await mkdir(join(folder, 'b'));
    await mkdir(join(folder, '.git'));
    await Promise.all(
      ['c.txt', 'b/2.txt', 'b/1.txt', 'a.txt', '.hidden', '.git/config'].map((name) =>
        writeFile(join(folder, name), name),
      ),
    );

    expect(await namesIn(folder)).toEqual(['a.txt', 'b/1.txt', 'b/2.txt', 'c.txt']);
    expect(await documents.count(folder)).toBe(4);
  });

  it('reports a missing path as one failed reading', async () => {
    const readings = await readAll(join(folder, 'nowhere'));

    expect(readings).toEqual([
      { kind: 'failed', name: 'nowhere', reason: 'there is no such file or folder' },
    ]);
    expect(await documents.count(join(folder, 'nowhere'))).toBe(1);
  });

  it('follows a link to a file of the same folder', async () => {
    await writeFile(join(folder, 'a.txt'), 'inside');
    await symlink(join(folder, 'a.txt'), join(folder, 'b.txt'));

    const readings = await readAll(folder);

    expect(readings.map(({ kind }) => kind)).toEqual(['read', 'read']);
  });

  it('follows no link that leaves the folder, leads to a folder or to nothing', async () => {
    await writeFile(join(parent, 'secret.txt'), 'outside');
    await mkdir(join(folder, 'sub'));
    await symlink(join(parent, 'secret.txt'), join(folder, '1-out'));
    await symlink(folder, join(folder, '2-loop'));
    await symlink(join(folder, 'gone'), join(folder, '3-gone'));

    const readings = await readAll(folder);

    expect(readings).toEqual([
      { kind: 'failed', name: '1-out', reason: 'a link that leaves the folder is not followed' },
      { kind: 'failed', name: '2-loop', reason: 'a link to a folder is not followed' },
      { kind: 'failed', name: '3-gone', reason: 'a link to nothing' },
    ]);
  });

  it('reports a file that cannot be read and goes on', async () => {
    const socket = createServer().listen(join(folder, 'a.txt'));
    await once(socket, 'listening');
    await writeFile(join(folder, 'b.txt'), 'open');

    const closed = await readAll(join(folder, 'a.txt'));
    const open = await readAll(join(folder, 'b.txt'));
    socket.close();

    expect(closed.map(({ kind }) => kind)).toEqual(['failed']);
    expect(open.map(({ kind }) => kind)).toEqual(['read']);
  });
});

async function readAll(path: string): Promise<DocumentReading[]> {
  const readings: DocumentReading[] = [];
  for await (const reading of documents.read(path)) readings.push(reading);
  return readings;
}

async function namesIn(path: string): Promise<string[]> {
  const readings = await readAll(path);
  return readings.map((reading) => (reading.kind === 'read' ? reading.document.name : reading.name));
}
