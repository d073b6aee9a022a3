const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/** With the Arabic comma, semicolon, question mark and percent sign, which Unicode counts as common. */
const RIGHT_TO_LEFT =
  '[\\u060C\\u061B\\u061F\\u066A\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Thaana}\\p{Script=Syriac}]';
/** Colours and link ends, which a terminal does not show. */
const SEQUENCE = '\\u001B\\[[0-9;]*m|\\u001B\\]8;[^\\u0007]*\\u0007';
/** What may stand between two right-to-left words of one run: anything without a direction of its own. */
const NEUTRAL = '[\\p{N}\\p{P}\\p{S}\\p{Z}\\p{M}\\u200C\\u200D]';
/** A closing quotation mark before an opening one: a list of quoted words, each of which is a run of its own. */
const NEXT_QUOTE = '”[^\\p{L}“]*“';
const RUN = new RegExp(
  `${RIGHT_TO_LEFT}(?:(?:${SEQUENCE}|(?!${NEXT_QUOTE})${NEUTRAL}|${RIGHT_TO_LEFT})*(?:${RIGHT_TO_LEFT}|\\p{M}))?`,
  'gu',
);

/** Puts right-to-left runs of one finished line into isolates, so that they do not reorder the Latin beside them. */
export function isolateDirection(line: string): string {
  return line.replace(RUN, (run) => `${RIGHT_TO_LEFT_ISOLATE}${run}${POP_ISOLATE}`);
}
