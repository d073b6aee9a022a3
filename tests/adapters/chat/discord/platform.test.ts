import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { discord } from '../../../../adapters/chat/discord/platform.ts';
import { ConfigError } from '../../../../src/errors.ts';
import type { PlatformParts } from '../../../../src/ports/chat-platform.ts';
import { createFakeClock } from '../../../fakes/fake-clock.ts';
import { createFakeLogger } from '../../../fakes/fake-logger.ts';
import { leasesInMemory } from '../../../fixtures/leases-in-memory.ts';

const NOTHING = { token: null, applicationId: null, apiUrl: null, shards: 1 };
const TOKEN = 'MTIz.GxxxxX.abc';
const ID = '123456789012345678';

const parts: PlatformParts = {
  commands: [],
  rootCommand: 'relations',
  installations: {
    save: async () => {},
    get: async () => null,
    remove: async () => false,
  },
  leases: leasesInMemory(),
  processId: 'one',
  clock: createFakeClock(),
  logger: createFakeLogger(),
  web: { port: 0, publicUrl: null },
  version: '1',
};

describe('Discord as a platform', () => {
  it('is not there when nothing of it is set', async () => {
    expect(await discord.open(NOTHING, parts)).toBeNull();
  });

  it('is there when token and application are set', async () => {
    const adapter = await discord.open({ ...NOTHING, token: TOKEN, applicationId: ID }, parts);

    expect(adapter?.platform).toBe('discord');
    expect(adapter?.health()).toMatchObject({ state: 'down' });
  });

  it.each([
    [{ applicationId: ID }, ['DISCORD_TOKEN']],
    [{ token: TOKEN }, ['DISCORD_APPLICATION_ID']],
    [{ apiUrl: 'http://127.0.0.1/api' }, ['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID']],
    [{ shards: 2 }, ['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID']],
  ])('names every setting that is missing beside %j, and where to get it', async (set, missing) => {
    const failure = await discord.open({ ...NOTHING, ...set }, parts).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ConfigError);
    const { problems } = failure as ConfigError;
    expect(problems.map(({ variable }) => variable)).toEqual(missing);
    for (const { problem } of problems) expect(problem).toContain('discord.com/developers/applications');
  });

  it.each([
    ['token', TOKEN, 'not a token'],
    ['applicationId', ID, 'Dragoman'],
    ['apiUrl', 'https://proxy.example/api', 'proxy.example'],
  ] as const)('takes for %s only what has its shape', (key, right, wrong) => {
    const { type } = discord.settings[key];

    expect(type.read(right)).toBe(right);
    expect(type.read('')).toBeNull();
    expect(type.read(wrong)).toBeUndefined();
  });

  it('loads nothing of discord.js before it is opened', () => {
    const script = `
      await import('./adapters/chat/discord/platform.ts');
      const { createRequire } = await import('node:module');
      const loaded = Object.keys(createRequire(process.cwd() + '/a.js').cache);
      console.log(loaded.filter((path) => path.includes('discord')).length);`;

    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script]);

    expect(String(printed).trim()).toBe('0');
  });
});
