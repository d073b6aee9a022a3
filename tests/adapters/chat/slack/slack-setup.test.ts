import { describe, expect, it } from 'vitest';
import { settings } from '../../../../adapters/chat/slack/settings.ts';
import { slackSetup } from '../../../../adapters/chat/slack/slack-setup.ts';
import { ConfigError } from '../../../../src/errors.ts';

type Values = Parameters<typeof slackSetup>[0];

const NOTHING: Values = {
  botToken: null,
  appToken: null,
  signingSecret: null,
  clientId: null,
  clientSecret: null,
  tokenKey: null,
  apiUrl: null,
};
const CLIENT = { clientId: '1.2', clientSecret: 's', tokenKey: 'ab'.repeat(32) };
const PUBLIC_URL = 'https://dragoman.example.org';

function problemsOf(
  values: Partial<Values>,
  publicUrl: string | null = null,
): Readonly<Record<string, string>> {
  try {
    slackSetup({ ...NOTHING, ...values }, publicUrl);
    return {};
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
  }
}

describe('the settings of Slack', () => {
  it('may all be left out', () => {
    expect(slackSetup(NOTHING, null)).toBeNull();
    expect(slackSetup({ ...NOTHING, apiUrl: 'http://127.0.0.1:1/api' }, PUBLIC_URL)).toBeNull();
  });

  it.each([
    ['Socket Mode', { appToken: 'xapp-1' }, { kind: 'socket', appToken: 'xapp-1' }],
    ['HTTP', { signingSecret: 'f' }, { kind: 'http', signingSecret: 'f' }],
    [
      'Socket Mode where both are set',
      { appToken: 'xapp-1', signingSecret: 'f' },
      { kind: 'socket', appToken: 'xapp-1' },
    ],
  ])('suffice for one workspace over %s', (_, values, entrance) => {
    const setup = slackSetup({ ...NOTHING, botToken: 'xoxb-1', ...values }, null);

    expect(setup).toEqual({
      entrance,
      tenancy: { kind: 'one', botToken: 'xoxb-1' },
      apiUrl: 'https://slack.com/api',
    });
  });

  it('suffice for many workspaces', () => {
    const setup = slackSetup({ ...NOTHING, ...CLIENT, appToken: 'xapp-1' }, PUBLIC_URL);

    expect(setup?.tenancy).toEqual({ kind: 'many', ...CLIENT, publicUrl: PUBLIC_URL });
  });

  it.each([
    ['a bot token alone', { botToken: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    ['an app token alone', { appToken: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    ['a key alone', { tokenKey: CLIENT.tokenKey }, ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN']],
    [
      'a client id alone',
      { clientId: '1.2' },
      ['PUBLIC_URL', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_SECRET', 'SLACK_TOKEN_KEY'],
    ],
    ['many workspaces without an address', { ...CLIENT, signingSecret: 'f' }, ['PUBLIC_URL']],
    [
      'one workspace and many',
      { ...CLIENT, botToken: 'xoxb-1', signingSecret: 'f' },
      ['PUBLIC_URL', 'SLACK_BOT_TOKEN'],
    ],
  ])('do not suffice: %s', (_, values, variables) => {
    const problems = problemsOf(values);

    expect(Object.keys(problems).toSorted()).toEqual(variables);
    for (const problem of Object.values(problems)) expect(problem).toMatch(/api\.slack\.com\/apps/);
  });

  it.each([
    ['botToken', 'xoxb-1-2-abc', 'xoxp-1-2-abc'],
    ['appToken', 'xapp-1-A1-2-abc', 'xoxb-1-2-abc'],
    ['signingSecret', 'f'.repeat(32), 'f'.repeat(31)],
    ['clientId', '111.222', '111'],
    ['tokenKey', 'a'.repeat(64), 'a'.repeat(63)],
    ['apiUrl', 'https://slack.example/api', 'slack.example'],
  ] as const)('are read by their shape: %s', (key, right, wrong) => {
    const { type } = settings[key];

    expect([type.read(right), type.read(''), type.read(wrong)]).toEqual([right, null, undefined]);
  });

  it('keep every token and secret to themselves', () => {
    const shown = Object.values(settings).filter(({ isSecret }) => !isSecret);

    expect(shown.map(({ name }) => name)).toEqual(['SLACK_CLIENT_ID', 'SLACK_API_URL']);
  });
});
