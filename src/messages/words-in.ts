import type { KnownLanguage } from '../domain/identity.ts';
import { en } from '../locales/en.ts';
import type { Words } from '../locales/words.ts';

/** The words for a reader's language. A language without its own words yet reads English. */
export function wordsIn(_language: KnownLanguage): Words {
  return en;
}
