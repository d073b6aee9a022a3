import { afterEach, describe, expect, it } from 'vitest';
import { openWebServer } from '../../../adapters/web/open-web-server.ts';
import type { WebPage, WebServer } from '../../../src/ports/web-server.ts';

const open: WebServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const HELLO: WebPage = {
  path: '/hello',
  read: async () => ({ status: 203, contentType: 'text/plain', text: 'grüße\n' }),
};
const BROKEN: WebPage = {
  path: '/broken',
  read: async () => {
    throw new Error('the password is hunter2');
  },
};

async function served() {
  const failures: [string, unknown][] = [];
  const onFailure = (path: string, error: unknown) => void failures.push([path, error]);
  const server = await openWebServer({ host: '127.0.0.1', port: 0, pages: [HELLO, BROKEN], onFailure });
  open.push(server);
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { server, failures, ask };
}

describe('the web server', () => {
  it('answers with what a page reads, whatever follows the path', async () => {
    const { ask } = await served();

    const answer = await ask('/hello?now=1');

    expect(answer.status).toBe(203);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(await answer.text()).toBe('grüße\n');
  });

  it('answers HEAD without the text but with its length', async () => {
    const { ask } = await served();

    const answer = await ask('/hello', 'HEAD');

    expect(answer.headers.get('content-length')).toBe('8');
    expect(await answer.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s and says what it takes', async (method) => {
    const { ask } = await served();

    const answer = await ask('/hello', method);

    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('knows nothing else', async () => {
    const { ask } = await served();

    const statuses = await Promise.all(
      ['/', '/Hello', '/hello/', '/../hello/x'].map(async (path) => (await ask(path)).status),
    );

    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  it('keeps the words of a failure to itself and its log', async () => {
    const { ask, failures } = await served();

    const answer = await ask('/broken');

    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('hunter2');
    expect(failures).toEqual([['/broken', expect.any(Error)]]);
  });

  it('ends the connections that are open when it is closed', async () => {
    const { ask, server } = await served();
    await ask('/hello');

    await server.close();
    open.length = 0;

    await expect(ask('/hello')).rejects.toThrow();
  });

  it('rejects when it cannot listen there', async () => {
    const { server } = await served();

    const second = openWebServer({ host: '127.0.0.1', port: server.port, pages: [], onFailure() {} });

    await expect(second).rejects.toThrow('EADDRINUSE');
  });
});
