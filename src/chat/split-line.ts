/** One word of a line, or a quoted run of words. */
export interface LineToken {
  /** As typed, with name and quotes. */
  readonly raw: string;
  /** What stands before a colon when it looks like an option's name, in lower case; null otherwise. */
  readonly name: string | null;
  /** Without name and quotes; empty when nothing follows the colon. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const NAME = '(?:(?<name>[A-Za-z][A-Za-z-]*):)?';
const QUOTED = '"(?<plain>[^"]*)"|“(?<english>[^”]*)”|„(?<german>[^“”]*)[“”]|«(?<russian>[^»]*)»';
/** `topics:defence, trade` is one list although a space follows the comma. */
const LIST = '(?<list>(?<=:)[^\\s,"“„«]+(?:,\\s*[^\\s,]+)+)';
const TOKEN = new RegExp(`${NAME}(?:(?:${QUOTED})(?=\\s|$)|${LIST}(?=\\s|$)|(?<word>\\S+))?`, 'gu');

/** Words, quoted runs (`"…"`, `“…”`, `„…“`, `«…»`) and `name:value` pairs, in order. */
export function splitLine(line: string): readonly LineToken[] {
  return [...line.matchAll(TOKEN)].filter((match) => match[0] !== '').map(tokenOf);
}

function tokenOf(match: RegExpExecArray): LineToken {
  const { name, plain, english, german, russian, list, word } = match.groups ?? {};
  return {
    raw: match[0],
    name: name?.toLowerCase() ?? null,
    value: plain ?? english ?? german ?? russian ?? list ?? word ?? '',
    start: match.index,
    end: match.index + match[0].length,
  };
}
