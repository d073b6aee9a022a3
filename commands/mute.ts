import { findMutable, mutesOf, namesOfMutes } from '../src/digests/find-muted.ts';
import type { Mute } from '../src/domain/subscription.ts';
import { UserError } from '../src/errors.ts';
import { mutedMessage, mutesMessage, unmutedMessage } from '../src/messages/mute-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

const KINDS: readonly Mute['kind'][] = ['story', 'topic', 'source'];

export const mute = {
  name: 'mute',
  description:
    'Keep a story, topic or source out of the digests and alerts of this channel; alone it lists them',
  examples: ['mute', 'mute topic defence', 'mute story s-3f2a91c0', 'mute source Dawn off:yes'],
  options: [
    {
      name: 'kind',
      description: 'What to mute; all that is muted when nothing is said',
      kind: 'choice',
      isRequired: false,
      isPositional: true,
      choices: KINDS,
    },
    {
      name: 'what',
      description: 'Id of the story, or name of the topic or source',
      kind: 'text',
      isRequired: false,
      isPositional: true,
    },
    {
      name: 'off',
      description: 'Tell of it again',
      kind: 'choice',
      isRequired: false,
      isPositional: false,
      choices: ['yes'],
    },
  ],
  access: 'channel-managers',
  visibility: 'channel',
  async run(options, context) {
    const { channel, now, store, language } = context;
    const words = wordsIn(language).mute;
    const kind = KINDS.find((each) => each === textOption(options, 'kind'));
    const muted = await store.mutes.ofChannel(channel);
    if (kind === undefined) return mutesMessage(await namesOfMutes(muted, context), context);
    const reference = textOption(options, 'what')?.trim() ?? '';
    if (reference === '') throw new UserError(words.whichIsMissing(words.kinds[kind]));
    const found = await findMutable(kind, reference, context);
    if (found === null) throw new UserError(words.unknown(words.kinds[kind], reference));
    const known = await mutesOf(found, muted, context);
    if (textOption(options, 'off') === 'yes') {
      for (const each of known) await store.mutes.remove(channel, each);
      return unmutedMessage(found, known.length > 0, context);
    }
    if (known.length === 0) await store.mutes.add(channel, found.mute, now);
    return mutedMessage(found, known.length === 0, context);
  },
} satisfies Command;
