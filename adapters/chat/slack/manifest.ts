import { UserError } from '../../../src/errors.ts';
import type { Command } from '../../../src/ports/command.ts';

export interface ManifestOptions {
  readonly commands: readonly Pick<Command, 'name' | 'description' | 'examples'>[];
  /** One word, without a slash. */
  readonly rootCommand: string;
  /** Where the bot is reached; null where it opens sockets and nobody installs it elsewhere. */
  readonly publicUrl: string | null;
  readonly isSocketMode: boolean;
}

/** What the bot may do in a workspace, and what for. It posts nowhere uninvited: who removes it has silenced it. */
export const BOT_SCOPES = [
  /** The slash command. */
  'commands',
  /** Answers and digests. */
  'chat:write',
  /** Questions that mention it. */
  'app_mentions:read',
  /** Questions in its direct messages. */
  'im:history',
  /** Digests and notices in direct messages. */
  'im:write',
  /** Pictures. */
  'files:write',
  /** Time zone and language of a person, and whether they administer the workspace. */
  'users:read',
  /** Who created a channel, and so may subscribe it. */
  'channels:read',
  'groups:read',
  /** Whether a digest arrived whose receipt was lost. */
  'channels:history',
  'groups:history',
] as const;

const BOT_EVENTS = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'];

const COMMAND_LIMIT = 32;
const USAGE_LIMIT = 1_000;
const LONG_DESCRIPTION_LIMITS = { least: 175, most: 4_000 };

const NAME = 'Dragoman';
const DESCRIPTION =
  'What two countries report of each other: answers and digests with a source behind every sentence';
const COMMAND_DESCRIPTION = 'Ask about the two countries; help lists all there is to ask';

/** What to paste into api.slack.com/apps → Create New App → From a manifest. */
export function slackManifest({ commands, rootCommand, publicUrl, isSocketMode }: ManifestOptions) {
  const command = `/${rootCommand}`;
  if (command.length > COMMAND_LIMIT) {
    throw new UserError(
      `Slack takes commands of at most ${COMMAND_LIMIT - 1} characters; shorten ROOT_COMMAND.`,
    );
  }
  const request = isSocketMode || publicUrl === null ? null : `${publicUrl}/slack/events`;
  const redirect = publicUrl === null ? {} : { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] };
  return {
    display_information: { name: NAME, description: DESCRIPTION, ...longDescription(command, commands) },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: NAME.toLowerCase(), always_online: true },
      slash_commands: [
        {
          command,
          ...(request === null ? {} : { url: request }),
          description: COMMAND_DESCRIPTION,
          usage_hint: joinedWithin(
            commands.map(({ name }) => name),
            ' | ',
            USAGE_LIMIT,
          ),
          should_escape: false,
        },
      ],
    },
    oauth_config: { ...redirect, scopes: { bot: [...BOT_SCOPES] } },
    settings: {
      event_subscriptions: {
        ...(request === null ? {} : { request_url: request }),
        bot_events: [...BOT_EVENTS],
      },
      interactivity: { is_enabled: true, ...(request === null ? {} : { request_url: request }) },
      org_deploy_enabled: publicUrl !== null,
      socket_mode_enabled: request === null,
      token_rotation_enabled: false,
    },
  };
}

/** Slack takes none that is short. */
function longDescription(command: string, commands: ManifestOptions['commands']) {
  const lines = commands.map(({ name, description }) => `${command} ${name}: ${description}.`);
  const text = joinedWithin([`${DESCRIPTION}.`, ...lines], '\n', LONG_DESCRIPTION_LIMITS.most);
  return text.length < LONG_DESCRIPTION_LIMITS.least ? {} : { long_description: text };
}

/** As many whole parts as fit, from the first. */
function joinedWithin(parts: readonly string[], separator: string, most: number): string {
  return parts.reduce((text, part) => {
    const longer = text === '' ? part : `${text}${separator}${part}`;
    return longer.length <= most ? longer : text;
  }, '');
}
