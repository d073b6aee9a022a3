import type { Language } from '../domain/identity.ts';
import { looksLikeName, nameTerm, withoutCase } from './name-term.ts';
import { romanise } from './romanise.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

const PLAIN = /^[a-z0-9]+$/;
const NOT_PLAIN = /[^a-z0-9]/g;
const KAZAKH_LETTER = /[әғқңөұүһі]/i;
const GERMAN_SIGN = /[äöüß]/i;
const GERMAN_WORD =
  /(?<!\p{L})(?:der|die|das|und|den|dem|des|von|mit|für|auf|ist|im|ein|eine|nicht|nach|wurde|wird|sind|hat|über|bei|zur|zum|wer|wann|welche|welcher|zwischen|sich|haben|gibt)(?!\p{L})/iu;

/**
 * Terms under which a passage is found: a romanised stem for each word that says something, and for what looks like a
 * name also a term that is the same in every script. Letters a–z and digits only; repeated as often as in the text.
 */
export function indexTerms(text: string, language: Language): string[] {
  const terms: string[] = [];
  for (const word of tellingWords(text, language)) {
    const plain = stemTerm(word.norm, language);
    if (plain !== '') terms.push(plain);
    if (looksLikeName(text, word)) terms.push(...nameTerms(word.norm, language));
  }
  return terms;
}

/**
 * Terms for a query in any language: one a word, each once. A name gives the term that all scripts share; a capital
 * tells a name only where it is not the first of a query that goes on in small letters.
 */
export function queryTerms(query: string): string[] {
  const language = languageOfQuery(query);
  const words = tellingWords(query, language);
  const first = words[0];
  const isAllNames = wordsOf(query).every((word) => looksLikeName(query, word));
  const terms = words.map((word) => {
    const mayBeName = word !== first || isAllNames || !/^\p{Lu}/u.test(query.slice(word.start, word.end));
    const isName = mayBeName && looksLikeName(query, word) && (language !== 'de' || isAllNames);
    const name = isName ? nameTerm(language === 'de' ? word.norm : withoutCase(word.norm, language)) : null;
    return name ?? stemTerm(word.norm, language);
  });
  return [...new Set(terms)].filter((term) => term !== '');
}

function tellingWords(text: string, language: Language): Word[] {
  return wordsOf(text).filter(
    ({ norm }) => (norm.length > 1 || (norm >= '0' && norm <= '9')) && !isStopWord(norm, language),
  );
}

/** The name as written and, when it may carry a case ending, without it. */
function nameTerms(norm: string, language: Language): string[] {
  const whole = nameTerm(norm);
  const base = withoutCase(norm, language);
  const bare = base === norm ? null : nameTerm(base);
  return [whole, bare === whole ? null : bare].filter((term) => term !== null);
}

function stemTerm(norm: string, language: Language): string {
  const found = stem(norm, language);
  return PLAIN.test(found) ? found : romanise(found).replace(NOT_PLAIN, '');
}

function languageOfQuery(query: string): Language {
  if (/[\u0600-\u06FF]/.test(query)) return 'ur';
  if (/[\u0400-\u04FF]/.test(query)) return KAZAKH_LETTER.test(query) ? 'kk' : 'ru';
  return GERMAN_SIGN.test(query) || GERMAN_WORD.test(query) ? 'de' : 'en';
}
