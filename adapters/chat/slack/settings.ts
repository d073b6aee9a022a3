import type { Setting } from '../../../src/ports/setting.ts';
import { optionalAddress, optionalText } from '../../../src/setting-types.ts';

/** Everything about Slack that can be set. With a bot token it serves one workspace, with a client id any that installs it. */
export const settings = {
  botToken: {
    name: 'SLACK_BOT_TOKEN',
    type: optionalText('a bot token, which begins with xoxb-', /^xoxb-\S+$/),
    default: '',
    meaning: 'Token of the bot in the one Slack workspace that it serves.',
    isSecret: true,
  },
  appToken: {
    name: 'SLACK_APP_TOKEN',
    type: optionalText('an app-level token, which begins with xapp-', /^xapp-\S+$/),
    default: '',
    meaning: 'App-level token for Socket Mode, in which Slack needs no address of the bot.',
    isSecret: true,
  },
  signingSecret: {
    name: 'SLACK_SIGNING_SECRET',
    type: optionalText('the signing secret of the app: 32 hexadecimal digits', /^[0-9a-f]{32}$/i),
    default: '',
    meaning: 'Secret with which Slack signs its requests; used where no app-level token is set.',
    isSecret: true,
  },
  clientId: {
    name: 'SLACK_CLIENT_ID',
    type: optionalText('the client id of the app: two numbers with a dot between them', /^\d+\.\d+$/),
    default: '',
    meaning: 'Client id of the app, for many Slack workspaces that install it themselves.',
    isSecret: false,
  },
  clientSecret: {
    name: 'SLACK_CLIENT_SECRET',
    type: optionalText('the client secret of the app', /^\S+$/),
    default: '',
    meaning: 'Client secret of the app, for many Slack workspaces.',
    isSecret: true,
  },
  tokenKey: {
    name: 'SLACK_TOKEN_KEY',
    type: optionalText('64 hexadecimal digits', /^[0-9a-f]{64}$/i),
    default: '',
    meaning: 'Key that encrypts the stored tokens of Slack workspaces.',
    isSecret: true,
  },
  apiUrl: {
    name: 'SLACK_API_URL',
    type: optionalAddress,
    default: '',
    meaning: 'Address of the Web API of Slack, where it is reached through a proxy.',
    isSecret: false,
  },
} as const satisfies Record<string, Setting<string | null>>;
