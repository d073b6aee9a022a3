import { UserError } from '../errors.ts';
import type { Words } from '../locales/words.ts';
import type { Rights } from '../ports/chat-adapter.ts';
import type { Command } from '../ports/command.ts';

/** Throws `UserError`, which says who may, when this person may not run the command. Operators may run everything. */
export async function checkAccess(
  { name, access }: Command,
  rights: () => Promise<Rights>,
  words: Words['chat'],
): Promise<void> {
  if (access === 'everyone') return;
  const { isOperator, managesChannel } = await rights();
  if (isOperator) return;
  if (access === 'operators') throw new UserError(words.operatorsOnly(name));
  if (!managesChannel) throw new UserError(words.managersOnly(name));
}
