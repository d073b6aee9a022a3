import type { KnownLanguage, Language } from '../domain/identity.ts';
import { normAt, type PartialDate, type Reading, type RelativeTime } from './date-expression.ts';
import { normaliseWord } from './words.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly relative: RelativeTime;
}

/** Phrases by their first word, longest first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const UNITS: readonly RelativeTime['unit'][] = ['day', 'week', 'month', 'year'];

const PHRASES: Readonly<Record<KnownLanguage, Phrases>> = Object.freeze({
  en: phrases({
    'day-1': 'yesterday',
    'day+0': 'today',
    'day+1': 'tomorrow',
    'week-1': 'last week, past week, previous week',
    'week+0': 'this week, current week',
    'week+1': 'next week, coming week',
    'month-1': 'last month, past month, previous month',
    'month+0': 'this month, current month',
    'month+1': 'next month, coming month',
    'year-1': 'last year, past year, previous year',
    'year+0': 'this year, current year',
    'year+1': 'next year, coming year',
  }),
  de: phrases({
    'day-2': 'vorgestern',
    'day-1': 'gestern',
    'day+0': 'heute',
    'day+1': 'morgen',
    'day+2': 'übermorgen',
    'week-1': 'vergangene woche, letzte woche, vorige woche, vergangenen woche, letzten woche, vorigen woche',
    'week+0': 'diese woche, dieser woche, laufende woche, laufenden woche',
    'week+1': 'nächste woche, nächsten woche, kommende woche, kommenden woche',
    'month-1': 'vergangenen monat, letzten monat, vorigen monat, vormonat',
    'month+0': 'diesem monat, diesen monat, laufenden monat',
    'month+1': 'nächsten monat, kommenden monat',
    'year-1':
      'vergangenen jahr, vergangenen jahres, letzten jahr, letzten jahres, letztes jahr, vorigen jahr, vorjahr, vorjahres',
    'year+0': 'diesem jahr, dieses jahr, dieses jahres, laufenden jahr, laufenden jahres, heuer',
    'year+1': 'nächsten jahr, nächstes jahr, nächsten jahres, kommenden jahr, kommenden jahres',
  }),
  ru: phrases({
    'day-2': 'позавчера',
    'day-1': 'вчера, накануне',
    'day+0': 'сегодня',
    'day+1': 'завтра',
    'day+2': 'послезавтра',
    'week-1': 'прошлой неделе, минувшей неделе, прошедшей неделе',
    'week+0': 'этой неделе, текущей неделе',
    'week+1': 'следующей неделе, будущей неделе',
    'month-1': 'прошлом месяце, минувшем месяце, прошлого месяца',
    'month+0': 'этом месяце, этого месяца, текущем месяце, текущего месяца',
    'month+1': 'следующем месяце, следующего месяца',
    'year-1': 'прошлом году, прошлого года, прошлый год, минувшем году, минувшего года',
    'year+0': 'этом году, этого года, нынешнем году, нынешнего года, текущем году, текущего года, этот год',
    'year+1': 'следующем году, следующего года, будущем году, будущего года',
  }),
  kk: phrases({
    'day-1': 'кеше, кешегі',
    'day+0': 'бүгін, бүгінгі',
    'day+1': 'ертең, ертеңгі',
    'week-1': 'өткен аптада, былтырғы аптада',
    'week+0': 'осы аптада, биылғы аптада',
    'week+1': 'келесі аптада, алдағы аптада',
    'month-1': 'өткен айда, өткен айдың',
    'month+0': 'осы айда, осы айдың, ағымдағы айда',
    'month+1': 'келесі айда, алдағы айда',
    'year-1': 'былтыр, былтырғы, өткен жылы, өткен жылғы, өткен жылдың, өткен жылмен, былтырғымен',
    'year+0': 'биыл, биылғы, осы жылы, осы жылғы, осы жылдың, ағымдағы жылы, ағымдағы жылдың',
    'year+1': 'келесі жылы, келесі жылғы, келесі жылдың, келер жылы, алдағы жылы',
  }),
  ur: phrases({
    'day-1': 'گزشتہ روز, گذشتہ روز, گزشتہ کل',
    'day+0': 'آج',
    'day+1': 'آئندہ کل',
    'week-1': 'گزشتہ ہفتے, گذشتہ ہفتے, پچھلے ہفتے, گزشتہ ہفتہ',
    'week+0': 'رواں ہفتے, اس ہفتے, اسی ہفتے',
    'week+1': 'آئندہ ہفتے, اگلے ہفتے',
    'month-1': 'گزشتہ ماہ, گذشتہ ماہ, پچھلے ماہ, گزشتہ مہینے, پچھلے مہینے',
    'month+0': 'رواں ماہ, اس ماہ, اسی ماہ, رواں مہینے, اس مہینے',
    'month+1': 'آئندہ ماہ, اگلے ماہ, اگلے مہینے',
    'year-1': 'گزشتہ سال, گذشتہ سال, پچھلے سال, گزشتہ برس, پچھلے برس',
    'year+0': 'رواں سال, اس سال, اسی سال, رواں برس, اس برس',
    'year+1': 'آئندہ سال, اگلے سال, آئندہ برس, اگلے برس',
  }),
});

/** Can a relative phrase begin with this word? */
export function beginsPhrase(norm: string, language: Language): boolean {
  return PHRASES[language === 'other' ? 'en' : language].has(norm);
}

/** "today", "last year": the phrase that begins at a word. */
export function relativeAt(reading: Reading, at: number): PartialDate | null {
  const { language } = reading;
  const candidates = PHRASES[language === 'other' ? 'en' : language].get(normAt(reading, at));
  const found = candidates?.find(({ words }) =>
    words.every((word, index) => normAt(reading, at + index) === word),
  );
  return found === undefined ? null : { parts: { relative: found.relative }, next: at + found.words.length };
}

function phrases(table: Readonly<Record<string, string>>): Phrases {
  const all = Object.entries(table).flatMap(([key, forms]) => {
    const relative = relativeOf(key);
    return forms.split(/,\s*/).map((form) => ({ words: form.split(' ').map(normaliseWord), relative }));
  });
  const longestFirst = all.toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(longestFirst, ({ words }) => words[0] ?? '');
}

function relativeOf(key: string): RelativeTime {
  const unit = UNITS.find((name) => key.startsWith(name)) ?? 'day';
  return { unit, shift: Number(key.slice(unit.length)) };
}
