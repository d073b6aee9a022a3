import { countStored } from '../src/answers/count-stored.ts';
import { statusMessage } from '../src/messages/status-message.ts';
import type { Command } from '../src/ports/command.ts';

export const status = {
  name: 'status',
  description: 'What is stored: articles, stories, the ledger, subscriptions and deliveries',
  examples: ['status'],
  options: [],
  access: 'everyone',
  async run(_options, context) {
    return statusMessage(await countStored(context.store), context);
  },
} satisfies Command;
