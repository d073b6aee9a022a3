import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebAnswer, WebPage, WebServer } from '../../src/ports/web-server.ts';

export interface WebServerOptions {
  /** The address of this machine on which it listens. */
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly pages: readonly WebPage[];
  /** Hears of pages that failed; who asked does not. */
  onFailure(path: string, error: unknown): void;
}

/** Whoever is slower than this to say what they want is not heard. */
const REQUEST_TIMEOUT_MS = 10_000;
const READING = ['GET', 'HEAD'];

/** A server of a few pages that are only read. Rejects when it cannot listen. */
export async function openWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
    (request, response) => void answer(request, response, options),
  );
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebServerOptions,
): Promise<void> {
  request.resume();
  const { status, contentType, text } = await answerTo(request, options);
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 && { Allow: READING.join(', ') }),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

async function answerTo(
  { method = '', url = '/' }: IncomingMessage,
  { pages, onFailure }: WebServerOptions,
): Promise<WebAnswer> {
  const [path] = url.split('?');
  const page = pages.find((each) => each.path === path);
  if (page === undefined) return sentence(404, 'There is nothing here.');
  if (!READING.includes(method)) return sentence(405, 'This can only be read.');
  try {
    return await page.read();
  } catch (error) {
    onFailure(page.path, error);
    return sentence(500, 'Something went wrong; the log says what.');
  }
}

function sentence(status: number, text: string): WebAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', text: `${text}\n` };
}
