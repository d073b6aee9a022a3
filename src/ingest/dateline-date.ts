/** Beginnings of month names in the five languages, by month. */
const MONTHS = [
  ['jan', 'jän', 'янв', 'қаң', 'جنوری'],
  ['feb', 'фев', 'ақп', 'فروری'],
  ['mar', 'mär', 'мар', 'нау', 'مارچ'],
  ['apr', 'апр', 'сәу', 'اپریل'],
  ['may', 'mai', 'май', 'мая', 'мам', 'مئی'],
  ['jun', 'июн', 'мау', 'جون'],
  ['jul', 'июл', 'шіл', 'جولائی'],
  ['aug', 'авг', 'там', 'اگست'],
  ['sep', 'сен', 'қыр', 'ستمبر'],
  ['oct', 'okt', 'окт', 'қаз', 'اکتوبر'],
  ['nov', 'ноя', 'қар', 'نومبر'],
  ['dec', 'dez', 'дек', 'жел', 'دسمبر'],
] as const;

export const DATE_PATTERN = [
  String.raw`\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,12}\.?(?:,? \d{4})?`,
  String.raw`\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?`,
  String.raw`\d{1,2}\.\d{1,2}\.\d{4}`,
].join('|');

export interface DateParts {
  /** Null when the dateline leaves it out. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** The first date in the details of a dateline; null when there is none. */
export function datePartsOf(details: string): DateParts | null {
  for (const [match] of details.matchAll(new RegExp(DATE_PATTERN, 'gu'))) {
    const [first, second, third] = match.match(/\d+/g)?.map(Number) ?? [];
    const month = monthOf(match) ?? (third === undefined ? undefined : second);
    const year = third ?? (second !== undefined && second > 31 ? second : null);
    const isCalendarDay = first !== undefined && first >= 1 && first <= 31;
    if (isCalendarDay && month !== undefined && month <= 12) return { year, month, day: first };
  }
  return null;
}

function monthOf(text: string): number | undefined {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const index = MONTHS.findIndex((names) =>
    names.some((name) => words.some((word) => word.startsWith(name))),
  );
  return index < 0 ? undefined : index + 1;
}
