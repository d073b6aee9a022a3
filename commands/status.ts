import { countStored } from '../src/answers/count-stored.ts';
import { statusMessage } from '../src/messages/status-message.ts';
import type { Command } from '../src/ports/command.ts';

export const status = {
  name: 'status',
  description: 'What is stored, how deliveries went, and whether every platform is connected',
  examples: ['status'],
  options: [],
  access: 'everyone',
  visibility: 'private',
  async run(_options, context) {
    return statusMessage(await countStored(context.store), context.health(), context);
  },
} satisfies Command;
