import { ConfigError, type ConfigProblem } from '../../../src/errors.ts';
import type { SettingValues } from '../../../src/ports/chat-platform.ts';
import { settings } from './settings.ts';

/** How Slack reaches the bot: over sockets that the bot opens, or by calling it. */
export type Entrance =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** Whom the bot serves: the workspace of its token, or all that installed it. */
export type Tenancy =
  | { readonly kind: 'one'; readonly botToken: string }
  | {
      readonly kind: 'many';
      readonly clientId: string;
      readonly clientSecret: string;
      /** 64 hexadecimal digits. */
      readonly tokenKey: string;
      readonly publicUrl: string;
    };

export interface SlackSetup {
  readonly entrance: Entrance;
  readonly tenancy: Tenancy;
  /** Without a slash at its end. */
  readonly apiUrl: string;
}

type Values = SettingValues<typeof settings>;

const SLACK_API_URL = 'https://slack.com/api';

/** Null when nothing of Slack is set; otherwise everything that is missing is named at once, as `ConfigError`. */
export function slackSetup(values: Values, publicUrl: string | null): SlackSetup | null {
  const { apiUrl, ...rest } = values;
  if (Object.values(rest).every((value) => value === null)) return null;
  const problems: ConfigProblem[] = [];
  const entrance = entranceOf(values, problems);
  const tenancy = tenancyOf(values, publicUrl, problems);
  if (entrance === null || tenancy === null) throw new ConfigError(problems);
  return { entrance, tenancy, apiUrl: apiUrl ?? SLACK_API_URL };
}

/** Slack calls no address of an app that is in Socket Mode, so an app-level token decides. */
function entranceOf({ appToken, signingSecret }: Values, problems: ConfigProblem[]): Entrance | null {
  if (appToken !== null) return { kind: 'socket', appToken };
  if (signingSecret !== null) return { kind: 'http', signingSecret };
  problems.push({
    variable: settings.appToken.name,
    problem: `not set, so Slack cannot reach the bot; ${WHERE.appToken}, or set ${settings.signingSecret.name} to be called over HTTP (${WHERE.signingSecret})`,
  });
  return null;
}

function tenancyOf(values: Values, publicUrl: string | null, problems: ConfigProblem[]): Tenancy | null {
  const { botToken, clientId, clientSecret, tokenKey } = values;
  if (clientId === null && clientSecret === null) return oneOf(botToken, problems);
  if (botToken !== null) problems.push({ variable: settings.botToken.name, problem: ONE_OR_MANY });
  for (const key of ['clientId', 'clientSecret', 'tokenKey'] as const) {
    if (values[key] === null) problems.push({ variable: settings[key].name, problem: missing(WHERE[key]) });
  }
  if (publicUrl === null) problems.push({ variable: 'PUBLIC_URL', problem: missing(WHERE.publicUrl) });
  const isWhole = clientId !== null && clientSecret !== null && tokenKey !== null && publicUrl !== null;
  return isWhole && botToken === null ? { kind: 'many', clientId, clientSecret, tokenKey, publicUrl } : null;
}

function oneOf(botToken: string | null, problems: ConfigProblem[]): Tenancy | null {
  if (botToken !== null) return { kind: 'one', botToken };
  problems.push({
    variable: settings.botToken.name,
    problem: `not set; ${WHERE.botToken}, or set ${settings.clientId.name} and what belongs to it to serve many workspaces`,
  });
  return null;
}

function missing(where: string): string {
  return `not set, but serving many workspaces needs it; ${where}`;
}

/** Where each value is found; completes a sentence. */
export const WHERE = {
  botToken: 'copy the Bot User OAuth Token from api.slack.com/apps → your app → OAuth & Permissions',
  appToken:
    'make one with the scope connections:write under api.slack.com/apps → your app → Basic Information → App-Level Tokens',
  signingSecret: 'api.slack.com/apps → your app → Basic Information → Signing Secret',
  clientId: 'copy it from api.slack.com/apps → your app → Basic Information → App Credentials',
  clientSecret: 'copy it from api.slack.com/apps → your app → Basic Information → App Credentials',
  tokenKey:
    'it is yours to make, 32 random bytes as 64 hexadecimal digits (openssl rand -hex 32); api.slack.com/apps does not know it',
  publicUrl:
    'it is the https address at which people reach the bot, whose /slack/oauth_redirect stands under api.slack.com/apps → your app → OAuth & Permissions → Redirect URLs',
} as const;

const ONE_OR_MANY = `serves one workspace, but ${settings.clientId.name} or ${settings.clientSecret.name} says many; unset what you do not mean (both are found at api.slack.com/apps → your app)`;
