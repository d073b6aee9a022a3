import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/identity.ts';
import { findDates, hasOwnYear } from '../../src/language/dates.ts';
import { resolveDate } from '../../src/language/resolve-date.ts';

const WEDNESDAY = '2026-02-04';

/** The dates of a text as `slice: first[..last] precision`. */
function datesIn(text: string, language: Language, anchorDay = WEDNESDAY): string[] {
  return findDates(text, language).map((expression) => {
    const slice = text.slice(expression.start, expression.end);
    const span = resolveDate(expression, anchorDay);
    if (span === null) return `${slice}: none`;
    const days = span.fromDay === span.toDay ? span.fromDay : `${span.fromDay}..${span.toDay}`;
    return `${slice}: ${days} ${span.precision}`;
  });
}

describe('findDates and resolveDate', () => {
  it.each<[Language, string, string]>([
    ['en', 'He arrived on April 23.', 'April 23: 2025-04-23 day'],
    ['en', 'Talks on Feb. 4 in Islamabad.', 'Feb. 4: 2026-02-04 day'],
    ['en', 'The visit of February 3–4 ended.', 'February 3–4: 2026-02-03..2026-02-04 day'],
    ['en', 'On Feb 3 and 4 they met.', 'Feb 3 and 4: 2026-02-03..2026-02-04 day'],
    ['en', 'on the 4th of February 2025', '4th of February 2025: 2025-02-04 day'],
    ['en', 'on Friday, February 28, 2025, he left', 'Friday, February 28, 2025: 2025-02-28 day'],
    ['en', 'In September, the two sides signed the plan.', 'September: 2025-09-01..2025-09-30 month'],
    ['en', 'signed in October last year', 'October last year: 2025-10-01..2025-10-31 month'],
    ['en', 'They met on Tuesday.', 'Tuesday: 2026-02-03 day'],
    ['en', 'They will meet on Friday.', 'Friday: 2026-02-06 day'],
    ['en', 'Flights will start in April.', 'April: 2026-04-01..2026-04-30 month'],
    ['en', 'He left last Wednesday.', 'last Wednesday: 2026-01-28 day'],
    ['en', 'not since 2003', '2003: 2003-01-01..2003-12-31 year'],
    ['en', 'as he said yesterday', 'yesterday: 2026-02-03 day'],
    ['de', 'am 4. Februar 2026', '4. Februar 2026: 2026-02-04 day'],
    ['de', 'vom 3. bis 4. Februar', '3. bis 4. Februar: 2026-02-03..2026-02-04 day'],
    ['de', 'Der Besuch war im September.', 'September: 2025-09-01..2025-09-30 month'],
    ['de', 'Am Dienstagabend traf er ein.', 'Dienstagabend: 2026-02-03 day'],
    ['de', 'im vergangenen Jahr', 'vergangenen Jahr: 2025-01-01..2025-12-31 year'],
    ['de', 'Treffen am 04.02.2026', '04.02.2026: 2026-02-04 day'],
    ['ru', '23 апреля 2025 года', '23 апреля 2025 года: 2025-04-23 day'],
    ['ru', '3-4 февраля прошли переговоры', '3-4 февраля: 2026-02-03..2026-02-04 day'],
    ['ru', 'с 3 по 4 февраля', '3 по 4 февраля: 2026-02-03..2026-02-04 day'],
    ['ru', 'План подписали в сентябре.', 'сентябре: 2025-09-01..2025-09-30 month'],
    ['ru', 'в 2025 году', '2025 году: 2025-01-01..2025-12-31 year'],
    ['ru', 'в среду он прибыл', 'среду: 2026-02-04 day'],
    ['ru', 'январь – июль 2025 года', 'январь – июль 2025 года: 2025-01-01..2025-07-31 month'],
    ['ru', 'в прошлом месяце', 'прошлом месяце: 2026-01-01..2026-01-31 month'],
    ['kk', '2025 жылғы 4 ақпанда', '2025 жылғы 4 ақпанда: 2025-02-04 day'],
    ['kk', '3–4 ақпанда кездесті', '3–4 ақпанда: 2026-02-03..2026-02-04 day'],
    ['kk', 'қыркүйекте қол қойылды.', 'қыркүйекте: 2025-09-01..2025-09-30 month'],
    ['kk', '2025 жылы', '2025 жылы: 2025-01-01..2025-12-31 year'],
    ['kk', 'сейсенбіде келді', 'сейсенбіде: 2026-02-03 day'],
    ['kk', 'Осы жылғы маусымда', 'Осы жылғы маусымда: 2026-06-01..2026-06-30 month'],
    ['kk', 'бүгін басталды', 'бүгін: 2026-02-04 day'],
    ['ur', '3 سے 4 فروری', '3 سے 4 فروری: 2026-02-03..2026-02-04 day'],
    ['ur', 'بدھ 4 فروری 2026 کو', 'بدھ 4 فروری 2026: 2026-02-04 day'],
    ['ur', 'ستمبر میں دستخط ہوئے', 'ستمبر: 2025-09-01..2025-09-30 month'],
    ['ur', 'منگل کو پہنچے', 'منگل: 2026-02-03 day'],
    ['ur', 'گزشتہ روز', 'گزشتہ روز: 2026-02-03 day'],
    ['ur', '۴ فروری', '۴ فروری: 2026-02-04 day'],
    ['other', '2026-02-04T18:20', '2026-02-04T18: 2026-02-04 day'],
  ])('reads in %s: %s', (language, text, expected) => {
    expect(datesIn(text, language)).toEqual([expected]);
  });

  it.each<[Language, string]>([
    ['en', 'May the road be open. They march on. An august body of 500 March hares.'],
    ['en', 'The 2500 trucks and 1999 containers'],
    ['en', 'a margin of 3.5 points'],
    ['de', 'Sie unterzeichneten 27 Abkommen.'],
    ['ru', 'охрана окружающей среды, окружающую среду и Марта Иванова'],
    ['kk', 'Қазан қаласы мен наурыз мерекесі'],
    ['ur', 'ہفتے میں دو بار'],
    ['ru', '2 500 2025'],
  ])('finds no date in %s: %s', (language, text) => {
    expect(datesIn(text, language)).toEqual([]);
  });

  it('puts a day without a year in the year nearest to the publication', () => {
    expect(datesIn('on December 28', 'en', '2026-01-05')).toEqual(['December 28: 2025-12-28 day']);
    expect(datesIn('on January 10', 'en', '2025-12-20')).toEqual(['January 10: 2026-01-10 day']);
    expect(datesIn('The forum will open on April 22.', 'en', '2026-02-10')).toEqual([
      'April 22: 2026-04-22 day',
    ]);
  });

  it('lets a weekday beside a day tell the year', () => {
    expect(datesIn('on Wednesday, April 23', 'en', '2026-05-10')).toEqual([
      'Wednesday, April 23: 2025-04-23 day',
    ]);
  });

  it('knows no 31 February', () => {
    expect(datesIn('on February 31, 2025', 'en')).toEqual(['February 31, 2025: none']);
  });

  it('tells which dates need no anchor', () => {
    const [full, partial] = findDates('On April 23, 2025 and on April 29.', 'en');

    expect(full && hasOwnYear(full)).toBe(true);
    expect(partial && hasOwnYear(partial)).toBe(false);
  });

  it('gives ordered slices without overlap in any text', () => {
    const piece = fc.constantFrom(
      '4',
      '31',
      ' ',
      ', ',
      '. ',
      '–',
      'Feb',
      'Februar',
      'мая',
      '2025',
      'жылғы',
      'ақпанда',
      'سے',
      'فروری',
      'last',
      'year',
      'Friday',
      'and',
      '-',
      '02',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom(...LANGUAGES), (pieces, language) => {
        const text = pieces.join('');
        let last = 0;
        for (const expression of findDates(text, language)) {
          expect(expression.start).toBeGreaterThanOrEqual(last);
          expect(expression.end).toBeGreaterThan(expression.start);
          const span = resolveDate(expression, WEDNESDAY);
          if (span !== null) expect(span.fromDay <= span.toDay).toBe(true);
          last = expression.end;
        }
      }),
    );
  });
});
