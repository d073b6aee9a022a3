import type { Language } from '../domain/identity.ts';

/**
 * Endings that a name or title may carry in running text, by language. They are stripped from the text's word, never
 * trusted alone: a form counts only when what is left is a spelling of the profile.
 */
const ENDINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ["'s", '’s', '’', "'", 's', 'es', 'e'],
  de: ["'s", '’s', 's', 'es', 'en', 'er', 'em', 'e', 'n'],
  ru: [
    ...['иями', 'иям', 'иях', 'ием', 'ия', 'ии', 'ию'],
    ...['ыми', 'ими', 'ого', 'его', 'ому', 'ему', 'ами', 'ями', 'ою', 'ею'],
    ...['ов', 'ев', 'ей', 'ом', 'ем', 'ам', 'ям', 'ах', 'ях', 'ая', 'яя', 'ую', 'юю', 'ое', 'ее'],
    ...[
      'ые',
      'ие',
      'ый',
      'ий',
      'ой',
      'ых',
      'их',
      'ым',
      'им',
      'а',
      'я',
      'о',
      'е',
      'ы',
      'и',
      'у',
      'ю',
      'ь',
      'й',
    ],
  ],
  kk: [
    ...['ның', 'нің', 'дың', 'дің', 'тың', 'тің', 'дағы', 'дегі', 'тағы', 'тегі', 'ндағы', 'ндегі'],
    ...[
      'лар',
      'лер',
      'дар',
      'дер',
      'тар',
      'тер',
      'мен',
      'бен',
      'пен',
      'дан',
      'ден',
      'тан',
      'тен',
      'нан',
      'нен',
    ],
    ...[
      'нда',
      'нде',
      'ына',
      'іне',
      'ға',
      'ге',
      'қа',
      'ке',
      'на',
      'не',
      'да',
      'де',
      'та',
      'те',
      'ды',
      'ді',
      'ты',
      'ті',
    ],
    ...['ны', 'ні', 'сы', 'сі', 'лық', 'лік', 'дық', 'дік', 'тық', 'тік', 'н', 'ы', 'і', 'а', 'е'],
  ],
  ur: ['وں', 'یں', 'ات', 'ے', 'ی', 'و'],
  other: ["'s", '’s', 's'],
};

/** The endings by their last letter: a word is tried with those that it can have. */
const ENDINGS_BY_LETTER = {
  en: byLastLetter(ENDINGS.en),
  de: byLastLetter(ENDINGS.de),
  ru: byLastLetter(ENDINGS.ru),
  kk: byLastLetter(ENDINGS.kk),
  ur: byLastLetter(ENDINGS.ur),
  other: byLastLetter(ENDINGS.other),
};

/** How many endings may follow one another: Kazakh stacks plural, possessive and case. */
const DEPTH: Readonly<Record<Language, number>> = { en: 1, de: 2, ru: 1, kk: 3, ur: 1, other: 1 };

const ADJECTIVE_END = /(?:ая|яя|ое|ее|ые|ие|ый|ий|ой)$/;
const VOWEL_END = /[аяоеыиуюйь]$/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const SHORTEST_BASE = 3;
/** A few megabytes. */
const MOST_KNOWN = 5_000;

/** The form under which a spelling is filed: without the ending that its own inflected forms replace. */
export function filedForm(norm: string): string {
  if (CYRILLIC.test(norm)) {
    if (norm.length > 5 && ADJECTIVE_END.test(norm)) return norm.slice(0, -2);
    return norm.length > SHORTEST_BASE && VOWEL_END.test(norm) ? norm.slice(0, -1) : norm;
  }
  return norm.length > 4 && norm.endsWith('e') ? norm.slice(0, -1) : norm;
}

/** Every form under which a word of running text may be filed: itself and itself without up to three endings. */
export function filedForms(norm: string, language: Language): readonly string[] {
  const forms = new Set([norm, filedForm(norm)]);
  let round = [norm];
  for (let depth = 0; depth < DEPTH[language] && round.length > 0; depth += 1) {
    round = round.flatMap((form) => withoutEnding(form, language));
    for (const form of round) forms.add(form);
  }
  return [...forms];
}

/** `filedForms` with a memory of the words met last: texts repeat most of their words, and several indexes read each. */
export function createFormReader(): typeof filedForms {
  const known = new Map<string, readonly string[]>();
  return (norm, language) => {
    const key = `${language} ${norm}`;
    const forms = known.get(key) ?? filedForms(norm, language);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, forms);
    return forms;
  };
}

function withoutEnding(form: string, language: Language): string[] {
  const shorter: string[] = [];
  for (const ending of ENDINGS_BY_LETTER[language].get(form.at(-1) ?? '') ?? []) {
    if (form.length - ending.length < SHORTEST_BASE || !form.endsWith(ending)) continue;
    const base = form.slice(0, -ending.length);
    shorter.push(base);
    if (language === 'kk') {
      shorter.push(...unvoiced(base));
      shorter.push(filedForm(base));
    }
  }
  return shorter;
}

function byLastLetter(endings: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(endings, (ending) => ending.at(-1) ?? '');
}

/** Kazakh voices a final consonant before a vowel: серіктестік → серіктестігі. */
function unvoiced(base: string): string[] {
  const voiceless = { г: 'к', ғ: 'қ', б: 'п' }[base.at(-1) ?? ''];
  return voiceless === undefined ? [] : [base.slice(0, -1) + voiceless];
}
