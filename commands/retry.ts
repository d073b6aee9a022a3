import type { DeliveryId } from '../src/domain/identity.ts';
import type { Delivery } from '../src/domain/subscription.ts';
import { UserError } from '../src/errors.ts';
import { paragraph } from '../src/messages/blocks.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const retry = {
  name: 'retry',
  description: 'Send a digest or alert once more that was given up',
  examples: ['retry d-1a2b3c4d5e6f7081'],
  options: [
    {
      name: 'delivery',
      description: 'The id that status shows beside what was given up',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'channel-managers',
  visibility: 'private',
  async run(options, context) {
    const words = wordsIn(context.language).retry;
    const id = (textOption(options, 'delivery') ?? '').trim() as DeliveryId;
    const delivery = await context.store.deliveries.get(id);
    if (delivery === null || !(await isOfAsker(delivery, context))) throw new UserError(words.unknown(id));
    const isRetried = await context.store.deliveries.retry(delivery.id, context.now);
    if (!isRetried) throw new UserError(words.notGivenUp(id));
    return { blocks: [paragraph(words.done)] };
  },
} satisfies Command;

/** Managers retry what was meant for their channel, operators anything. */
async function isOfAsker({ channel }: Delivery, context: CommandContext): Promise<boolean> {
  const isHere = channel.platform === context.channel.platform && channel.id === context.channel.id;
  return isHere || (await context.rights()).isOperator;
}
