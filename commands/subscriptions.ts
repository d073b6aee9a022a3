import { dueOutcomes } from '../src/digests/due-outcomes.ts';
import { wakeAfter } from '../src/digests/wake-times.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { type SubscriptionView, subscriptionsMessage } from '../src/messages/subscription-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext } from '../src/ports/command.ts';

export const subscriptions = {
  name: 'subscriptions',
  description: 'The digests and alerts this channel gets: when, on what, and how the last one went',
  examples: ['subscriptions'],
  options: [],
  access: 'everyone',
  visibility: 'private',
  async run(_options, context) {
    const found = await context.store.subscriptions.ofChannel(context.channel);
    if (found.length === 0) {
      const said = wordsIn(context.language).subscriptions.none;
      return emptyMessage({ said, tries: [`subscribe daily 08:00 ${context.zone}`] }, context);
    }
    const views = await Promise.all(found.map((subscription) => viewOf(subscription, context)));
    return subscriptionsMessage(views, context);
  },
} satisfies Command;

async function viewOf(subscription: Subscription, { store, now }: CommandContext): Promise<SubscriptionView> {
  const [last = null] = await dueOutcomes(subscription, { now, limit: 1 }, store);
  return { subscription, nextDueAt: wakeAfter(subscription, now), last };
}
