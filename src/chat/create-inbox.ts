import type { Inbox } from '../ports/chat-adapter.ts';
import { type AnswerPorts, answerCommand } from './answer-command.ts';
import { namesOf } from './find-name.ts';
import { homePage } from './home-page.ts';
import { visibilityOf } from './line-of-input.ts';
import { createSealer } from './seal-lines.ts';
import { suggest } from './suggest.ts';

export type InboxPorts = Omit<AnswerPorts, 'names'>;

/** Where platforms hand over what people do. */
export interface OpenInbox extends Inbox {
  /** To be awaited before buttons that were shown earlier can be pressed. */
  open(): Promise<void>;
}

export function createInbox(given: InboxPorts): OpenInbox {
  const ports: AnswerPorts = { ...given, names: namesOf(given.relationship) };
  const sealer = createSealer({ keepsakes: given.store.keepsakes, clock: given.clock });
  return {
    open: sealer.open,
    visibilityOf: (input) => visibilityOf(input, ports.commands),
    answer: (command, onSlow) => answerCommand(command, ports, onSlow),
    home: (person) => homePage(person, ports),
    complete: (completion) => suggest(completion, ports),
    seal: sealer.seal,
    unseal: sealer.unseal,
  };
}
