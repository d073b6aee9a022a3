import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { slack } from '../../../../adapters/chat/slack/platform.ts';
import { commands } from '../../../../commands/index.ts';
import { UserError } from '../../../../src/errors.ts';

const NOTHING = {
  botToken: null,
  appToken: null,
  signingSecret: null,
  clientId: null,
  clientSecret: null,
  tokenKey: null,
  apiUrl: null,
};
function partsWith(publicUrl: string | null) {
  return { commands, rootCommand: 'relations', version: '1.0.0', web: { port: 0, publicUrl } };
}

describe('Slack as a platform', () => {
  it('prints the manifest: for Socket Mode, or for being called at the public address', async () => {
    const appToken = { ...NOTHING, appToken: 'xapp-1' };
    const bot = partsWith('https://bot.example');

    const socket = JSON.parse(await slack.call('manifest', [], NOTHING, partsWith(null)));
    const http = JSON.parse(await slack.call('manifest', [], NOTHING, bot));
    const both = JSON.parse(await slack.call('manifest', [], appToken, bot));

    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(http.settings.event_subscriptions.request_url).toBe('https://bot.example/slack/events');
    expect(both.settings.socket_mode_enabled).toBe(true);
    expect(both.oauth_config.redirect_urls).toEqual(['https://bot.example/slack/oauth_redirect']);
  });

  it.each([
    ['manifest', ['https://bot.example']],
    ['publish', []],
  ])('says what it does not know: %s %j', async (name, parameters) => {
    await expect(slack.call(name, parameters, NOTHING, partsWith(null))).rejects.toBeInstanceOf(UserError);
  });

  it('loads nothing of the SDK before it is opened', async () => {
    const script = `
      import { createRequire } from 'node:module';
      await import('./adapters/chat/slack/platform.ts');
      const { cache } = createRequire(import.meta.url);
      console.log(Object.keys(cache).filter((file) => file.includes('@slack')).length);
      await import('./adapters/chat/slack/slack-adapter.ts');
      console.log(Object.keys(cache).filter((file) => file.includes('@slack')).length > 0);
    `;

    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);

    expect(stdout).toBe('0\ntrue\n');
  });
});
