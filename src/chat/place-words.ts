import { UserError } from '../errors.ts';
import type { OptionSpec, OptionValue } from '../ports/command.ts';
import { type Reading, readValue, type ValueReading } from './read-value.ts';

/** Longest run of words that is tried as one name: "Field Marshal Syed Asim Munir Ahmed". */
const LONGEST_NAME_WORDS = 6;

interface Placed {
  readonly option: OptionSpec;
  readonly value: OptionValue;
  /** How many words it took. */
  readonly taken: number;
}

/**
 * Gives the words without a name to the positional options. A text takes what is left when the others have taken, from
 * the front and from the end, what they can read. An option that cannot read a word leaves it to the next one, so that
 * `timeline Tokayev` needs no `person:`.
 */
export function placeWords(
  words: readonly string[],
  positional: readonly OptionSpec[],
  reading: Reading,
): Record<string, OptionValue> {
  const textAt = positional.findLastIndex(({ kind }) => kind === 'text');
  const text = positional[textAt];
  if (text === undefined) return placeAll(words, positional, reading);
  const front = placeFront(words, positional.slice(0, textAt), reading);
  const end = placeEnd(front.rest, positional.slice(textAt + 1), reading);
  const placed = { ...front.placed, ...end.placed };
  const rest = end.rest.join(' ').trim();
  return rest === '' ? placed : { ...placed, [text.name]: rest };
}

function placeAll(words: readonly string[], positional: readonly OptionSpec[], reading: Reading) {
  const { placed, rest } = placeFront(words, positional, reading);
  if (rest.length === 0) return placed;
  throw new UserError(
    problemWith(
      rest,
      positional.filter(({ name }) => !(name in placed)),
      reading,
    ),
  );
}

function placeFront(words: readonly string[], options: readonly OptionSpec[], reading: Reading) {
  const placed: Record<string, OptionValue> = {};
  let rest = words;
  let open = options;
  for (let fit = fitFront(rest, open, reading); fit; fit = fitFront(rest, open, reading)) {
    const { option, value, taken } = fit;
    placed[option.name] = value;
    rest = rest.slice(taken);
    open = open.filter((other) => other !== option);
  }
  return { placed, rest };
}

/** Leaves at least one word to the text in front. */
function placeEnd(words: readonly string[], options: readonly OptionSpec[], reading: Reading) {
  const placed: Record<string, OptionValue> = {};
  let rest = words;
  for (const option of options.toReversed()) {
    const last = rest.at(-1);
    if (last === undefined || rest.length === 1) break;
    const read = readValue(last, option, reading);
    if (read.kind === 'wrong') continue;
    placed[option.name] = read.value;
    rest = rest.slice(0, -1);
  }
  return { placed, rest };
}

/** The longest run of words at the front that one of the options can read. */
function fitFront(words: readonly string[], options: readonly OptionSpec[], reading: Reading): Placed | null {
  for (let taken = Math.min(words.length, LONGEST_NAME_WORDS); taken > 0; taken -= 1) {
    const run = words.slice(0, taken).join(' ');
    for (const option of options) {
      if (option.kind === 'text' && taken > 1) continue;
      const read = readValue(run, option, reading);
      if (read.kind === 'value') return { option, value: read.value, taken };
    }
  }
  return null;
}

function problemWith(words: readonly string[], open: readonly OptionSpec[], reading: Reading): string {
  const all = words.slice(0, LONGEST_NAME_WORDS).join(' ');
  const [first = ''] = words;
  const readings = [all, first].flatMap((run) => open.map((option) => readValue(run, option, reading)));
  const wrong = readings.filter((read): read is ValueReading & { kind: 'wrong' } => read.kind === 'wrong');
  const told = wrong.find(({ isNear }) => isNear) ?? (open.length === 1 ? wrong[0] : undefined);
  if (told) return told.problem;
  const expected = open.map(({ name }) => name);
  return expected.length === 0 ? reading.words.tooMuch(all) : reading.words.fitsNothing(first, expected);
}
