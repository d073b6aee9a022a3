import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/identity.ts';
import { findNumbers } from '../../src/language/numbers.ts';

describe('findNumbers', () => {
  it.each<[Language, string, number, string | null, string]>([
    ['en', 'Trade reached $53.7 million last year.', 53_700_000, 'USD', '$53.7 million'],
    ['en', 'It grew by 47 per cent.', 47, 'percent', '47 per cent'],
    ['en', 'They signed 37 documents.', 37, null, '37'],
    ['en', 'A loan of 1,250,000 US dollars.', 1_250_000, 'USD', '1,250,000 US dollars'],
    ['en', 'Rs 12,50,000 were spent.', 1_250_000, 'PKR', 'Rs 12,50,000'],
    ['en', 'It costs Rs. 2.5 crore.', 25_000_000, 'PKR', 'Rs. 2.5 crore'],
    ['en', 'a $1bn target', 1_000_000_000, 'USD', '$1bn'],
    ['de', 'Der Handel lag bei 53,7 Mio. Dollar.', 53_700_000, 'USD', '53,7 Mio. Dollar'],
    ['de', 'rund 1.250 Soldaten', 1250, null, '1.250'],
    ['de', 'bei 250 Millionen US-Dollar', 250_000_000, 'USD', '250 Millionen US-Dollar'],
    ['de', 'um 12 Prozent', 12, 'percent', '12 Prozent'],
    ['ru', 'достиг 89,6 млн долларов США', 89_600_000, 'USD', '89,6 млн долларов'],
    ['ru', 'составил 200 млн долларов. Он', 200_000_000, 'USD', '200 млн долларов'],
    ['ru', '2 500 тенге', 2500, 'KZT', '2 500 тенге'],
    ['ru', 'около 1,5 млрд евро', 1_500_000_000, 'EUR', '1,5 млрд евро'],
    ['kk', 'тауар айналымы 89,6 млн АҚШ долларына жетті', 89_600_000, 'USD', '89,6 млн АҚШ долларына'],
    ['kk', '15 пайызға өсті', 15, 'percent', '15 пайызға'],
    ['ur', 'دفاع کے لیے 550 ارب روپے مختص', 550_000_000_000, 'PKR', '550 ارب روپے'],
    ['ur', 'تجارت ۲۵ کروڑ ڈالر ہے', 250_000_000, 'USD', '۲۵ کروڑ ڈالر'],
    ['ur', 'تقریباً 20 فیصد', 20, 'percent', '20 فیصد'],
  ])('reads %s: %s', (language, text, value, unit, slice) => {
    const [number] = findNumbers(text, language);

    expect(number).toMatchObject({ value, unit });
    expect(text.slice(number?.start, number?.end)).toBe(slice);
  });

  it('leaves out what is not a number', () => {
    expect(
      findNumbers('The J10 jets, the 34th anniversary, 18:30, 2026-02-04 and 04.02.2026.', 'en'),
    ).toEqual([]);
  });
});
