import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openFeedServer } from '../../fixtures/feed-server/open-feed-server.ts';

const LONG_PAUSE_MS = 300;

it('a program does not end while a request waits for its turn, and is not held up by a pause at the end', async () => {
  const server = await openFeedServer();
  const program = `
    import { createClock } from '${import.meta.resolve('../../../adapters/clock/system-clock.ts')}';
    import { createFetcher } from '${import.meta.resolve('../../../adapters/fetch/create-fetcher.ts')}';
    const clock = createClock();
    const options = { version: '1', clock, allow: ['127.0.0.1'] };
    const fetcher = createFetcher({ ...options, politePauseMs: ${LONG_PAUSE_MS} });
    await Promise.all([1, 2].map(() => fetcher.get('${server.url('/feed')}')));
    await createFetcher({ ...options, politePauseMs: 3_600_000 }).get('${server.url('/atom')}');
    console.log('done');
  `;

  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 15_000,
  });

  expect(stdout).toBe('done\n');
  expect(server.requests).toHaveLength(3);
  await server.close();
});
