import { countStored } from '../src/answers/count-stored.ts';
import { statusMessage } from '../src/messages/status-message.ts';
import type { Command } from '../src/ports/command.ts';

const MOST_GIVEN_UP = 10;

export const status = {
  name: 'status',
  description: 'What is stored, how deliveries went, and whether every platform is connected',
  examples: ['status'],
  options: [],
  access: 'everyone',
  visibility: 'private',
  async run(_options, context) {
    const { store } = context;
    const { isOperator } = await context.rights();
    const givenUp = await store.deliveries.failed(isOperator ? null : context.channel, MOST_GIVEN_UP);
    return statusMessage(await countStored(store), context.health(), givenUp, context);
  },
} satisfies Command;
