import { subscriptionOf } from '../src/digests/subscription-of.ts';
import { wakeAfter } from '../src/digests/wake-times.ts';
import { UserError } from '../src/errors.ts';
import { paragraph } from '../src/messages/blocks.ts';
import { scheduleWords } from '../src/messages/schedule-words.ts';
import { showInstant } from '../src/messages/show-span.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { SUBSCRIPTION_ID } from '../src/ports/option-specs.ts';
import { textOption } from '../src/ports/option-values.ts';

export const resume = {
  name: 'resume',
  description: 'Let a digest or an alert of this channel run again that rests',
  examples: ['resume 1a2b3c4d'],
  options: [SUBSCRIPTION_ID],
  access: 'channel-managers',
  visibility: 'channel',
  async run(options, { store, channel, now, language }) {
    const words = wordsIn(language);
    const found = await subscriptionOf(textOption(options, 'id') ?? '', channel, store);
    if (found.kind !== 'found') throw new UserError(words.unsubscribe[found.kind](found.id));
    const { subscription } = found;
    const nextAt = wakeAfter(subscription, now);
    // An alert looks at once at what happened meanwhile.
    const isResumed = await store.subscriptions.resume(subscription.id, now, nextAt ?? now + 1);
    if (!isResumed) throw new UserError(words.resume.runs(subscription.id));
    const next = nextAt === null ? null : showInstant(nextAt, subscription.zone, words);
    return { blocks: [paragraph(words.resume.done(scheduleWords(subscription, words), next))] };
  },
} satisfies Command;
