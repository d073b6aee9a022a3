import type { KnownLanguage, Language } from '../domain/identity.ts';
import { normaliseWord } from './words.ts';

type Names = ReadonlyMap<string, number>;

const MONTH_COUNT = 12;
const WEEKDAY_COUNT = 7;

/** Endings of names in running text; the names themselves come from ICU. */
const KAZAKH_ENDINGS =
  `да де та те дан ден тан тен нан нен ға ге қа ке на не нда нде дың дің тың тің ның нің ды ді ты ті ны ні
  дағы дегі тағы тегі ндағы ндегі мен бен пен ы і сы сі ында інде сында сінде дағыдай`.split(/\s+/);

const MONTHS: Readonly<Record<KnownLanguage, Names>> = Object.freeze({
  en: merged(icu('en', 'month'), listed('jan feb mar apr - jun jul aug sep oct nov dec'), [['sept', 9]]),
  de: merged(
    withEndings(icu('de', 'month'), ['s', 'es']),
    listed('jan feb mär apr - jun jul aug sep okt nov dez'),
    [
      ['jänner', 1],
      ['feber', 2],
      ['sept', 9],
    ],
  ),
  ru: merged(declined(icu('ru', 'month')), listed('янв фев мар апр - - - авг сен окт нояб дек'), [
    ['сент', 9],
    ['февр', 2],
    ['ноя', 11],
  ]),
  ur: icu('ur', 'month'),
  kk: withEndings(icu('kk', 'month'), KAZAKH_ENDINGS),
});

const WEEKDAYS: Readonly<Record<KnownLanguage, Names>> = Object.freeze({
  en: icu('en', 'weekday'),
  de: withEndings(merged(icu('de', 'weekday'), [['sonnabend', 6]]), [
    's',
    'abend',
    'morgen',
    'nachmittag',
    'mittag',
    'vormittag',
    'nacht',
  ]),
  ru: weekdays(`воскресенье воскресенья воскресенью воскресеньем; понедельник понедельника понедельнику понедельником;
    вторник вторника вторнику вторником; среду; четверг четверга четвергу четвергом; пятница пятницы пятницу пятнице
    пятницей; суббота субботы субботу субботе субботой`),
  ur: merged(icu('ur', 'weekday'), [
    ['جمعے', 5],
    ['جمعہ', 5],
    ['ہفتے', 6],
  ]),
  kk: withEndings(icu('kk', 'weekday'), KAZAKH_ENDINGS),
});

/** 1–12, by any form of the name; null for other words. Takes the form of `normaliseWord`. */
export function monthNamed(norm: string, language: Language): number | null {
  return MONTHS[language === 'other' ? 'en' : language].get(norm) ?? null;
}

/** 0 = Sunday … 6 = Saturday; null for other words. */
export function weekdayNamed(norm: string, language: Language): number | null {
  return WEEKDAYS[language === 'other' ? 'en' : language].get(norm) ?? null;
}

/** Month names count from 1, weekdays from 0 = Sunday: 1 January 2023 was one. */
function icu(language: KnownLanguage, unit: 'month' | 'weekday'): Names {
  const format = new Intl.DateTimeFormat(language, { [unit]: 'long', timeZone: 'UTC' });
  const count = unit === 'month' ? MONTH_COUNT : WEEKDAY_COUNT;
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const day = unit === 'month' ? Date.UTC(2023, index, 1) : Date.UTC(2023, 0, 1 + index);
      return [normaliseWord(format.format(day)), unit === 'month' ? index + 1 : index];
    }),
  );
}

/** January to December by place; `-` where there is no such form. */
function listed(forms: string): Names {
  return new Map(forms.split(' ').map((form, index) => [form, index + 1]));
}

/** All forms of Sunday; of Monday; and so on. */
function weekdays(forms: string): Names {
  return new Map(
    forms.split(';').flatMap((all, index) =>
      all
        .trim()
        .split(/\s+/)
        .map((form) => [form, index] as const),
    ),
  );
}

function merged(...lists: readonly Iterable<readonly [string, number]>[]): Names {
  return new Map(lists.flatMap((list) => [...list]).filter(([name]) => name !== '-'));
}

function withEndings(names: Names, endings: readonly string[]): Names {
  return new Map(
    [...names].flatMap(([name, value]) => ['', ...endings].map((ending) => [name + ending, value] as const)),
  );
}

/** Russian months: январь, января, январю, январем, январе; август, августа …; май, мая … */
function declined(names: Names): Names {
  return new Map(
    [...names].flatMap(([name, value]) => {
      const isSoft = /[ьй]$/.test(name);
      const base = isSoft ? name.slice(0, -1) : name;
      const endings = isSoft ? ['я', 'ю', 'ем', 'е'] : ['а', 'у', 'ом', 'е'];
      return [name, ...endings.map((ending) => base + ending)].map((form) => [form, value] as const);
    }),
  );
}
