import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import type { Language } from '../domain/identity.ts';
import { stemKazakh } from './stem-kazakh.ts';
import { stemUrdu } from './stem-urdu.ts';

const DIGIT = /\d/;
/** Russian nouns that the stemmer takes for verbs in -ит, though only in the nominative. */
const NOT_A_VERB = /^(?:визит|саммит|транзит|дефицит|кредит|лимит)$/;

/** What the inflected forms of a word share; takes and gives the form of `normaliseWord`. */
export function stem(norm: string, language: Language): string {
  if (norm.length < 3 || DIGIT.test(norm)) return norm;
  switch (language) {
    case 'en':
      return stemEnglish(norm);
    case 'de':
      return stemGerman(norm);
    case 'ru':
      return NOT_A_VERB.test(norm) ? norm : stemRussian(norm);
    case 'kk':
      return stemKazakh(norm);
    case 'ur':
      return stemUrdu(norm);
    case 'other':
      return norm;
  }
}
