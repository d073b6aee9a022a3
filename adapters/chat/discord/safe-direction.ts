const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/** With the Arabic comma, semicolon, question mark and percent sign, which Unicode counts as common. */
const RIGHT_TO_LEFT =
  '\\u060C\\u061B\\u061F\\u066A\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Thaana}\\p{Script=Syriac}';
/** What may stand between two right-to-left words of one run: anything without a direction of its own. */
const NEUTRAL = '\\p{N}\\p{P}\\p{S}\\p{Z}\\p{M}\\u200C\\u200D';
const RUN = new RegExp(`[${RIGHT_TO_LEFT}](?:[${NEUTRAL}${RIGHT_TO_LEFT}]*[${RIGHT_TO_LEFT}\\p{M}])?`, 'gu');
const BEGINS_RIGHT_TO_LEFT = new RegExp(`^\\P{L}*(?=\\p{L})[${RIGHT_TO_LEFT}]`, 'u');
const HAS_RIGHT_TO_LEFT = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');

/** Puts right-to-left runs of cleaned text into isolates, so that they do not reorder the Latin beside them. */
export function isolateRuns(text: string): string {
  return text.replace(RUN, isolated);
}

/** A quotation or title that begins right to left is one run to its last full stop; another one holds runs. */
export function isolateQuote(text: string): string {
  return BEGINS_RIGHT_TO_LEFT.test(text) ? isolated(text) : isolateRuns(text);
}

export function hasRightToLeft(text: string): boolean {
  return HAS_RIGHT_TO_LEFT.test(text);
}

function isolated(text: string): string {
  return `${RIGHT_TO_LEFT_ISOLATE}${text}${POP_ISOLATE}`;
}
