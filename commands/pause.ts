import { subscriptionOf } from '../src/digests/subscription-of.ts';
import { UserError } from '../src/errors.ts';
import { paragraph } from '../src/messages/blocks.ts';
import { code, text } from '../src/messages/inline.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { SUBSCRIPTION_ID } from '../src/ports/option-specs.ts';
import { textOption } from '../src/ports/option-values.ts';

export const pause = {
  name: 'pause',
  description: 'Let a digest or an alert of this channel rest until somebody resumes it',
  examples: ['pause 1a2b3c4d'],
  options: [SUBSCRIPTION_ID],
  access: 'channel-managers',
  visibility: 'channel',
  async run(options, { store, channel, now, language }) {
    const words = wordsIn(language);
    const found = await subscriptionOf(textOption(options, 'id') ?? '', channel, store);
    if (found.kind !== 'found') throw new UserError(words.unsubscribe[found.kind](found.id));
    const { id } = found.subscription;
    const isPaused = await store.subscriptions.pauseOne(id, 'asked', now);
    if (!isPaused) throw new UserError(words.pause.rests(id));
    return {
      blocks: [paragraph(words.pause.done(id)), paragraph([text(words.pause.again), code(`resume ${id}`)])],
    };
  },
} satisfies Command;
