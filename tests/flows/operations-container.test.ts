import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWebServer } from '../../adapters/web/open-web-server.ts';
import type { WebServer } from '../../src/ports/web-server.ts';

const open: WebServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** What the container runs to find out how the bot is doing, and with what it exits. */
async function checkExits(operationsPort: number): Promise<number> {
  const [, command = ''] =
    /^HEALTHCHECK .*\\\n\s*CMD (\[.*\])$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  const [, ...parameters] = z.array(z.string()).parse(JSON.parse(command));
  const exited = Promise.withResolvers<number>();
  const env = { OPERATIONS_PORT: String(operationsPort) };
  const child = execFile(process.execPath, parameters, { env }, () => {});
  child.once('exit', (code) => exited.resolve(code ?? -1));
  return exited.promise;
}

async function readyWith(status: number): Promise<number> {
  const read = async () => ({ status, contentType: 'text/plain', text: '' });
  const pages = [{ path: '/readyz', read }];
  const server = await openWebServer({ host: '127.0.0.1', port: 0, pages, onFailure() {} });
  open.push(server);
  return server.port;
}

describe('the health of the container', () => {
  it.each([
    [200, 0],
    [503, 1],
  ])('follows whether the bot is ready: %i is %i', async (status, code) => {
    expect(await checkExits(await readyWith(status))).toBe(code);
  });

  it('is bad when nobody answers', async () => {
    const port = await readyWith(200);
    await open.pop()?.close();

    expect(await checkExits(port)).toBe(1);
  });
});
