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
      parameters: '',
      description:
        'prints the manifest from which Slack makes the app: for Socket Mode, or with PUBLIC_URL for being called there',
    },
  ],
  async open(values, parts) {
    const setup = slackSetup(values, parts.web.publicUrl);
    if (setup === null) return null;
    const { createSlackAdapter } = await import('./slack-adapter.ts');
    return createSlackAdapter(setup, parts);
  },
  async call(name, parameters, values, { commands, rootCommand, web: { publicUrl } }) {
    if (name !== 'manifest') throw new UserError(`Slack knows no "${name}"; it knows manifest.`);
    if (parameters.length > 0)
      throw new UserError('Nothing follows manifest; it takes PUBLIC_URL from the settings.');
    const isSocketMode = publicUrl === null || values.appToken !== null;
    return JSON.stringify(slackManifest({ commands, rootCommand, publicUrl, isSocketMode }), null, 2);
  },
} as const satisfies ChatPlatform<typeof settings>;
