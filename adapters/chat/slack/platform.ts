import { UserError } from '../../../src/errors.ts';
import type { ChatPlatform } from '../../../src/ports/chat-platform.ts';
import { slackManifest } from './manifest.ts';
import { settings } from './settings.ts';
import { slackSetup } from './slack-setup.ts';

/** Slack, as the registry lists it. The SDK is loaded when it is opened. */
export const slack = {
  settings,
  calls: [
    {
      name: 'manifest',
      parameters: '[PUBLIC_URL]',
      description:
        'prints the manifest of the Slack app, for Socket Mode, or for the address at which Slack and people reach the bot',
    },
  ],
  async open(values, parts) {
    const setup = slackSetup(values, parts.web.publicUrl);
    if (setup === null) return null;
    const { createSlackAdapter } = await import('./slack-adapter.ts');
    return createSlackAdapter(setup, parts);
  },
  async call(name, parameters, values, { commands, rootCommand }) {
    if (name !== 'manifest') throw new UserError(`Slack knows no "${name}"; it knows manifest.`);
    const publicUrl = addressIn(parameters);
    const isSocketMode = publicUrl === null || values.appToken !== null;
    return JSON.stringify(slackManifest({ commands, rootCommand, publicUrl, isSocketMode }), null, 2);
  },
} as const satisfies ChatPlatform<typeof settings>;

function addressIn(parameters: readonly string[]): string | null {
  const [address, ...more] = parameters;
  if (address === undefined) return null;
  if (more.length > 0 || !/^https:\/\/./.test(address) || !URL.canParse(address)) {
    throw new UserError('After manifest comes nothing, or one address that begins with https://.');
  }
  return address.replace(/\/+$/, '');
}
