const VOWEL = /[аәеёиоөуұүыіэюя]/;
const VOICED: Readonly<Record<string, string>> = Object.freeze({ ғ: 'қ', г: 'к', б: 'п' });
const ROUNDS = 3;
const LONGEST = 6;

/** Case, plural, possessive and the endings that join them. */
const NOUN_ENDINGS: ReadonlySet<string> =
  setOf(`ы і ның нің дың дің тың тің ны ні ды ді ты ті ға ге қа ке на не да де та те
  нда нде дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі сы сі ым ім ың ің ымыз іміз мыз міз ыңыз
  іңіз ңыз ңіз лар лер дар дер тар тер ын ін сын сін ына іне сына сіне дай дей тай тей ынан інен сынан сінен ында інде
  сында сінде ының інің сының сінің ымен імен сымен сімен ындағы індегі`);

/** Tense, person, negation, participles, converbs and the verbal noun. */
const VERB_ENDINGS: ReadonlySet<string> =
  setOf(`ған ген қан кен ғаны гені ып іп атын етін йтын йтін ады еді йды йді са се
  ды ді ты ті дым дім тым тім дық дік тық тік мын мін мыз міз сың сің сыз сіз сын сін уы уі уды уді уға уге удың удің у
  лған лген ылған ілген ылды ілді ылады іледі мады меді мау меу майды мейді пайды пейді байды бейді ма ме ба бе па пе й`);

const SHORTEST = 3;

/** Kazakh stacks endings, so they come off one by one, the longest first; the last consonant then hardens again. */
export function stemKazakh(norm: string): string {
  if (norm.length < 4) return hardened(norm);
  let word = norm;
  for (let round = 0; round < ROUNDS; round += 1) {
    const noun = withoutEnding(word, NOUN_ENDINGS);
    const verb = withoutEnding(word, VERB_ENDINGS);
    const shorter = noun.length < verb.length ? noun : verb;
    if (shorter === word) break;
    word = shorter;
  }
  return hardened(word.length > 3 ? word.replace(/[ыіаеу]$/, '') : word);
}

function withoutEnding(word: string, endings: ReadonlySet<string>): string {
  for (let length = Math.min(LONGEST, word.length - SHORTEST); length > 0; length -= 1) {
    const base = word.slice(0, -length);
    if (endings.has(word.slice(-length)) && VOWEL.test(base)) return base;
  }
  return word;
}

/** кітабы → кітаб → кітап. */
function hardened(word: string): string {
  const voiced = VOICED[word.at(-1) ?? ''];
  return voiced === undefined ? word : word.slice(0, -1) + voiced;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
