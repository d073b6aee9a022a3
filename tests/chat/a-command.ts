import type { Message } from '../../src/domain/message.ts';
import type { Command, OptionSpec } from '../../src/ports/command.ts';

export function aCommand(overrides: Partial<Command> = {}): Command {
  return {
    name: 'latest',
    description: 'Stories, newest first',
    examples: [],
    options: [],
    access: 'everyone',
    visibility: 'private',
    run: async () => aMessage('done'),
    ...overrides,
  };
}

export function anOption(overrides: Partial<OptionSpec> = {}): OptionSpec {
  return {
    name: 'topic',
    description: 'Only this topic',
    kind: 'topic',
    isRequired: false,
    isPositional: true,
    ...overrides,
  };
}

export function aMessage(text: string): Message {
  return { blocks: [{ kind: 'paragraph', text: [{ kind: 'text', text }] }] };
}
