import type { SentenceReading } from './read-sentence.ts';

/** "conveyed greetings from …", "at the invitation of …": named, but not there. */
const ABSENT =
  /(?:greetings (?:from|of)|invitation of|on behalf of|message (?:from|of)|Grüße von|Grüße de[rs]|Einladung von|по приглашению|приветстви\p{L}*|привет от|шақыруымен|сәлемін|کی دعوت پر|کا پیغام)[^.;:]{0,60}$/iu;

/** Is the person named at `start` only spoken of, as a sender of greetings or an inviter? */
export function isElsewhere(start: number, sentence: SentenceReading): boolean {
  return ABSENT.test(sentence.text.slice(0, start - sentence.start));
}
