/** Plural and oblique endings, longest first, in the letters of `normaliseWord`; then the vowel that tells the gender. */
const ENDINGS: readonly string[] = ['یوں', 'یاں', 'وں', 'یں', 'ات', 'ی', 'ے', 'ا', 'ہ'];
const ROUNDS = 2;
const SHORTEST = 3;

export function stemUrdu(norm: string): string {
  let word = norm;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST);
    if (ending === undefined) break;
    word = word.slice(0, -ending.length);
  }
  return word;
}
