import { type PreferenceScope, type Preferences, scopesOf } from '../src/domain/preferences.ts';
import { UserError } from '../src/errors.ts';
import { savedMessage, settingsMessage } from '../src/messages/settings-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext, OptionValues } from '../src/ports/command.ts';
import { languageOption, textOption, textsOption } from '../src/ports/option-values.ts';

const SCOPES = ['me', 'channel', 'workspace'] as const;
type Scope = (typeof SCOPES)[number];
const KINDS: Readonly<Record<Scope, PreferenceScope['kind']>> = {
  me: 'person',
  channel: 'channel',
  workspace: 'workspace',
};

const NOTHING_SET: Preferences = { language: null, zone: null, topicIds: null };

export const settings = {
  name: 'settings',
  description: 'Your language, time zone and topics, and those of the channel and the workspace',
  examples: ['settings', 'settings zone:Asia/Karachi', 'settings topics:trade,defence for:channel'],
  options: [
    {
      name: 'language',
      description: 'The language to read articles in first',
      kind: 'language',
      isRequired: false,
      isPositional: true,
    },
    {
      name: 'zone',
      description: 'The time zone to show times in',
      kind: 'zone',
      isRequired: false,
      isPositional: true,
    },
    {
      name: 'topics',
      description: 'Topics where a command names none, with commas between them, or all',
      kind: 'topics',
      isRequired: false,
      isPositional: false,
    },
    {
      name: 'for',
      description: 'Whose settings: yours when left out',
      kind: 'choice',
      choices: SCOPES,
      isRequired: false,
      isPositional: false,
    },
    {
      name: 'clear',
      description: 'Take a setting back',
      kind: 'choice',
      choices: ['language', 'zone', 'topics', 'everything'],
      isRequired: false,
      isPositional: false,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const wish = wishOf(options);
    const { preferences } = context.store;
    const scopes = scopesOf(context);
    if (Object.keys(wish).length === 0) {
      const set = await Promise.all(
        scopes.map(async (scope) => ({ scope, set: await preferences.get(scope) })),
      );
      return settingsMessage(set, context);
    }
    const wanted = SCOPES.find((known) => known === textOption(options, 'for')) ?? 'me';
    await requireRight(wanted, context);
    const scope = scopes.find(({ kind }) => kind === KINDS[wanted]);
    if (scope === undefined) throw new UserError(wordsIn(context.language).settings.noWorkspace);
    const saved = { ...NOTHING_SET, ...(await preferences.get(scope)), ...wish };
    await preferences.set(scope, saved);
    return savedMessage({ scope, set: saved }, context);
  },
} satisfies Command;

/** Only what the person named; null takes a setting back. */
function wishOf(options: OptionValues): Partial<Preferences> {
  const cleared = textOption(options, 'clear');
  const language = languageOption(options, 'language');
  const zone = textOption(options, 'zone');
  const topicIds = textsOption(options, 'topics');
  return {
    ...(cleared === 'everything' ? NOTHING_SET : {}),
    ...(cleared === 'language' ? { language: null } : {}),
    ...(cleared === 'zone' ? { zone: null } : {}),
    ...(cleared === 'topics' ? { topicIds: null } : {}),
    ...(language === undefined ? {} : { language }),
    ...(zone === undefined ? {} : { zone }),
    ...(topicIds === undefined ? {} : { topicIds }),
  };
}

async function requireRight(scope: Scope, { rights, language }: CommandContext): Promise<void> {
  if (scope === 'me') return;
  const { managesChannel, managesWorkspace, isOperator } = await rights();
  const words = wordsIn(language).settings;
  if (isOperator || (scope === 'channel' ? managesChannel : managesWorkspace)) return;
  throw new UserError(scope === 'channel' ? words.channelOnly : words.workspaceOnly);
}
