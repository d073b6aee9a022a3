import { UserError } from '../src/errors.ts';
import { paragraph } from '../src/messages/blocks.ts';
import { scheduleWords } from '../src/messages/schedule-words.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const unsubscribe = {
  name: 'unsubscribe',
  description: 'End one of the digests of this channel',
  examples: ['unsubscribe 1a2b3c4d'],
  options: [
    {
      name: 'id',
      description: 'The id that subscriptions shows, or its beginning',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'channel-managers',
  async run(options, context) {
    const words = wordsIn(context.language);
    const id = textOption(options, 'id')?.toLowerCase() ?? '';
    const ofChannel = await context.store.subscriptions.ofChannel(context.channel);
    const [found, other] = ofChannel.filter((subscription) => subscription.id.startsWith(id));
    if (found === undefined) throw new UserError(words.unsubscribe.unknown(id));
    if (other !== undefined) throw new UserError(words.unsubscribe.several(id));
    await context.store.subscriptions.remove(found.id);
    return { blocks: [paragraph(words.unsubscribe.done(scheduleWords(found, words)))] };
  },
} satisfies Command;
