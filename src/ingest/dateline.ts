import { DATE_PATTERN, type DateParts, datePartsOf } from './dateline-date.ts';

/** "ISLAMABAD, Feb 4 (APP):" — where a report was filed, and sometimes when. */
export interface Dateline {
  /** As written. */
  readonly place: string;
  readonly date: DateParts | null;
  /** Offset at which the report itself begins, after the separator. */
  readonly end: number;
}

const CAPITALS = String.raw`\p{Lu}(?:[\p{Lu}’']|-(?=\p{Lu}{2}))+(?!\p{Ll})`;
const CAPITALISED = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const ARABIC = String.raw`[\p{Script=Arabic}\p{M}]+`;
const NOTE = String.raw`\([^()\n]{1,60}\)`;
const AGENCY = String.raw`\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2}`;
const DASH = String.raw`\s+[–—-]{1,2}\s+|[–—]\s*`;

/** Each knows its place, the details after it and what separates them from the report. */
const FORMS = [
  `(?<place>${CAPITALS}(?: ${CAPITALS}){0,2})(?<details>(?:[,.]? (?:${DATE_PATTERN})|,? ?${NOTE}|[,.] ${AGENCY}){0,3})(?:${DASH}|:\\s+)`,
  `(?<place>${CAPITALISED}(?: ${CAPITALISED})?)(?<details>(?:[,.] (?:${DATE_PATTERN})|,? ${NOTE}|[,.] ${AGENCY}){0,3})(?:${DASH})`,
  `(?<place>${CAPITALS}|${CAPITALISED})(?<details>, (?:${DATE_PATTERN})(?: ${NOTE})?)(?::|\\.)\\s+`,
  `(?<place>${CAPITALISED})(?<details> ${NOTE}):?\\s+`,
  `(?<place>${ARABIC}(?: ${ARABIC}){0,2})(?<details>(?:[،,] ?(?:${DATE_PATTERN}))? ?${NOTE})(?:\\s*[:–—-])?\\s+`,
  `(?<place>${ARABIC}(?: ${ARABIC}){0,1})(?<details>(?:[،,] ?(?:${DATE_PATTERN}))?)(?::\\s*|\\s+[–—]\\s+)`,
  `(?<place>(?=\\p{Lu}{5})${CAPITALS})(?<details>)-(?=\\p{Lu}\\p{Ll})`,
].map((form) => new RegExp(`^\\s*${form}`, 'u'));

/** A line in capitals is a heading, whatever it begins with. */
const PROSE_AHEAD = /^[^\n]*[\p{Ll}\p{Lo}]/u;

/** The dateline with which a text begins; null when it has none. */
export function findDateline(text: string): Dateline | null {
  for (const form of FORMS) {
    const match = form.exec(text);
    const end = match?.[0].length ?? 0;
    if (match === null || !PROSE_AHEAD.test(text.slice(end, end + 400))) continue;
    return { place: match.groups?.['place'] ?? '', date: datePartsOf(match.groups?.['details'] ?? ''), end };
  }
  return null;
}
