import { UserError } from '../errors.ts';
import type { Words } from '../locales/words.ts';
import type { IncomingCommand } from '../ports/chat-adapter.ts';
import type { Command } from '../ports/command.ts';

type Person = Pick<IncomingCommand, 'isManager' | 'isOperator'>;

/** Throws `UserError` when this person may not run the command. Operators may run everything. */
export function checkAccess({ name, access }: Command, person: Person, words: Words['chat']): void {
  if (access === 'everyone' || person.isOperator) return;
  if (access === 'operators') throw new UserError(words.operatorsOnly(name));
  if (!person.isManager) throw new UserError(words.managersOnly(name));
}
