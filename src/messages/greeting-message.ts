import type { KnownLanguage } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { Relationship } from '../domain/relationship.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { code } from './inline.ts';
import { wordsIn } from './words-in.ts';

export interface Greeting {
  readonly articles: number;
  /** The archive holds the sample articles, not the reader's own. */
  readonly isSamples: boolean;
  readonly relationship: Relationship;
  readonly language: KnownLanguage;
}

/** What a person reads when the console opens: where they are and what to type. */
export function greetingMessage({ articles, isSamples, relationship, language }: Greeting): Message {
  const words = wordsIn(language).program;
  return {
    blocks: [
      heading(words.greeting(relationship.name)),
      paragraph(isSamples ? words.onSamples(articles) : words.onArchive(articles)),
      paragraph(words.tryThese),
      bullets(words.tries.map((line) => [code(line)])),
    ],
  };
}
