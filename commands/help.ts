import { emptyMessage } from '../src/messages/empty-message.ts';
import { commandHelpMessage, helpMessage } from '../src/messages/help-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const help = {
  name: 'help',
  description: 'What you can ask, with examples',
  examples: ['help', 'help timeline'],
  options: [
    {
      name: 'command',
      description: 'The command to explain',
      kind: 'text',
      isRequired: false,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const name = textOption(options, 'command')?.trim().toLowerCase();
    if (name === undefined) return helpMessage(context.commands, context);
    const command = context.commands.find((candidate) => candidate.name === name);
    if (command) return commandHelpMessage(command, context);
    return emptyMessage({ said: wordsIn(context.language).help.unknown(name), tries: ['help'] }, context);
  },
} satisfies Command;
