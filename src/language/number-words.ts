import { normaliseWord } from './words.ts';

export type NumberUnit = 'USD' | 'KZT' | 'PKR' | 'EUR' | 'percent';

const MAGNITUDES: ReadonlyMap<string, number> = tableOf([
  [1e3, 'thousand tsd tausend тыс тысяча тысячи тысяч мың ہزار'],
  [1e5, 'lakh lakhs لاکھ'],
  [
    1e6,
    'million millions mln mn m mio millionen миллион миллиона миллионов миллиону миллионами млн ملین миллионға',
  ],
  [1e7, 'crore crores کروڑ'],
  [
    1e9,
    'billion billions bln bn mrd milliarde milliarden миллиард миллиарда миллиардов млрд ارب بلین миллиардқа',
  ],
  [1e12, 'trillion trillions trn billionen трлн триллион триллиона триллионов کھرب ٹریلین'],
]);

const SIGNS: readonly (readonly [RegExp, NumberUnit])[] = [
  [/(?:US)?\$ ?$/, 'USD'],
  [/€ ?$/, 'EUR'],
  [/₸ ?$/, 'KZT'],
  [/(?:₨|Rs\.?|PKR) ?$/, 'PKR'],
];

const UNITS: readonly (readonly [RegExp, NumberUnit])[] = [
  [/^(?:dollars?|usd|dollar|долл\p{L}*|ڈالر\p{L}*)$/u, 'USD'],
  [/^(?:tenge|kzt|теңге\p{L}*|тенге|ٹینگے|تینگے)$/u, 'KZT'],
  [/^(?:rupees?|pkr|rupien|рупи\p{L}*|روپ\p{L}*)$/u, 'PKR'],
  [/^(?:euros?|eur|евро\p{L}*|еуро\p{L}*|یورو)$/u, 'EUR'],
  [/^(?:percent|cent|prozent|процент\p{L}*|пайыз\p{L}*|فیصد|صد)$/u, 'percent'],
];

/** Words before the one that names the unit: "US dollars", "АҚШ доллары", "per cent". */
const QUALIFIERS: ReadonlySet<string> = new Set([
  'us',
  'per',
  'ақш',
  'امریکی',
  'فی',
  'pakistani',
  'пакистанских',
]);
/** "$250m" is millions, "250 m" is metres. */
const ONLY_MONEY = 'm';

/** A thousand, a lakh, a million …; null for other words. */
export function magnitudeNamed(word: string, isMoney: boolean): number | null {
  const norm = normaliseWord(word);
  return norm === ONLY_MONEY && !isMoney ? null : (MAGNITUDES.get(norm) ?? null);
}

export function unitNamed(word: string): NumberUnit | null {
  const norm = normaliseWord(word);
  if (word === '%') return 'percent';
  return UNITS.find(([pattern]) => pattern.test(norm))?.[1] ?? null;
}

/** May the next word still name the unit? */
export function isQualifier(word: string): boolean {
  return QUALIFIERS.has(normaliseWord(word));
}

/** The currency sign that ends `before`. */
export function currencyBefore(before: string): { unit: NumberUnit; length: number } | null {
  for (const [pattern, unit] of SIGNS) {
    const sign = pattern.exec(before);
    if (sign !== null) return { unit, length: sign[0].length };
  }
  return null;
}

function tableOf(rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(([value, words]) => words.split(' ').map((word) => [normaliseWord(word), value] as const)),
  );
}
