import { subscriptionOf } from '../src/digests/subscription-of.ts';
import { UserError } from '../src/errors.ts';
import { paragraph } from '../src/messages/blocks.ts';
import { interestParts } from '../src/messages/interest-words.ts';
import { scheduleWords } from '../src/messages/schedule-words.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { SUBSCRIPTION_ID } from '../src/ports/option-specs.ts';
import { textOption } from '../src/ports/option-values.ts';

export const unsubscribe = {
  name: 'unsubscribe',
  description: 'End one of the digests or alerts of this channel',
  examples: ['unsubscribe 1a2b3c4d'],
  options: [SUBSCRIPTION_ID],
  access: 'channel-managers',
  visibility: 'channel',
  async run(options, context) {
    const words = wordsIn(context.language);
    const found = await subscriptionOf(textOption(options, 'id') ?? '', context.channel, context.store);
    if (found.kind !== 'found') throw new UserError(words.unsubscribe[found.kind](found.id));
    await context.store.subscriptions.remove(found.subscription.id);
    const isAlert = found.subscription.timing.kind === 'at-once';
    const said = isAlert
      ? words.unsubscribe.doneAlert(interestParts(found.subscription, context).join(', '))
      : words.unsubscribe.done(scheduleWords(found.subscription, words));
    return { blocks: [paragraph(said)] };
  },
} satisfies Command;
