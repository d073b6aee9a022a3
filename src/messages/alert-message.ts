import type { EditionPlan } from '../domain/edition-plan.ts';
import type { Message } from '../domain/message.ts';
import type { Interest } from '../domain/subscription.ts';
import { heading } from './blocks.ts';
import { editionSections } from './edition-sections.ts';
import { interestWords } from './interest-words.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** One alert: what is followed, then what is new of it. */
export function alertMessage(plan: EditionPlan, interest: Interest, reader: Reader): Message {
  const { alert } = wordsIn(reader.language);
  return {
    blocks: [heading(alert.heading(interestWords(interest, reader))), ...editionSections(plan, reader)],
  };
}
