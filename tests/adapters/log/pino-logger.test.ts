import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../adapters/log/pino-logger.ts';

function aDestination() {
  const lines: string[] = [];
  return { lines, write: (line: string) => void lines.push(line) };
}

describe('the log', () => {
  it('is one JSON object a line: time, level, event and facts', () => {
    const destination = aDestination();

    createLogger({ level: 'info', destination }).info('source polled', { source: 'dawn', articles: 3 });

    expect(destination.lines).toHaveLength(1);
    expect(destination.lines[0]).toMatch(/^\{[^\n]*\}\n$/);
    expect(JSON.parse(destination.lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
      event: 'source polled',
      source: 'dawn',
      articles: 3,
    });
  });

  it('keeps the stack and the cause of an error, whatever was thrown', () => {
    const destination = aDestination();
    const logger = createLogger({ level: 'info', destination });

    logger.error('job failed', new Error('no such table', { cause: new Error('disk full') }), {
      job: 'poll',
    });
    logger.error('job failed', 'just words');

    const [first, second] = destination.lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      level: 'error',
      job: 'poll',
      err: { message: expect.stringContaining('no such table') },
    });
    expect(first.err.stack).toContain('disk full');
    expect(second.err.message).toBe('just words');
  });

  it('leaves out lines below its level', () => {
    const destination = aDestination();
    const logger = createLogger({ level: 'warn', destination });

    logger.info('quiet');
    logger.warn('loud');

    expect(destination.lines.map((line) => JSON.parse(line).event)).toEqual(['loud']);
  });

  it('appends to a file in a folder that it makes, at once', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'log-')), 'data', 'log');

    createLogger({ level: 'info', destination: { file } }).info('first');
    createLogger({ level: 'info', destination: { file } }).info('second');

    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['first', 'second']);
  });

  it('is silent without a destination', () => {
    const logger = createLogger({ level: 'info', destination: null });

    expect(() => logger.error('unheard', new Error('x'))).not.toThrow();
  });
});
