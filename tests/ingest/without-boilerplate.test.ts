import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutBoilerplate } from '../../src/ingest/formats/without-boilerplate.ts';

const FIRST = 'The two ministers met in Astana on Wednesday.';
const LAST = 'They will meet again in May.';
const ARTICLE = `${FIRST}\n\n${LAST}`;

describe('what stands around an article', () => {
  it.each([
    ['By Aigerim Sadykova'],
    ['Von Anna Berg und Paul Klein'],
    ['Автор: Айгерим Садыкова'],
    ['تحریر: احمد خان'],
    ['Photo: Akorda'],
    ['Фото: пресс-служба'],
    ['Сурет: Ақорда'],
    ['Share this article'],
    ['Teilen'],
    ['Поделиться'],
    ['Бөлісу'],
    ['شیئر کریں'],
    ['Follow us on Telegram!'],
    ['Подписывайтесь на наш канал'],
  ])('goes above and below it: %s', (line) => {
    expect(withoutBoilerplate(`${line}\n\n${ARTICLE}\n\n${line}`)).toBe(ARTICLE);
  });

  it.each([
    ['Also read: Trade grows'],
    ['Weiterlesen »'],
    ['Читайте также: Торговля растёт'],
    ['Толығырақ'],
    ['مزید پڑھیں'],
  ])('goes from between its paragraphs when it points elsewhere: %s', (line) => {
    expect(withoutBoilerplate(`${FIRST}\n\n${line}\n\n${LAST}`)).toBe(ARTICLE);
  });

  it.each([
    ['By Wednesday both sides had agreed.'],
    ['Share prices in Karachi rose.'],
    ['Related talks were held in Almaty.'],
    ['Подробнее об этом министр сказал в Астане.'],
    ['Von Astana aus reiste er weiter.'],
  ])('is not taken from sentences: %s', (line) => {
    expect(withoutBoilerplate(`${line}\n\n${ARTICLE}\n\n${line}`)).toContain(line);
  });

  it('is all that there is, when there is nothing else', () => {
    expect(withoutBoilerplate('Photo: Akorda')).toBe('Photo: Akorda');
  });

  it('takes no more the second time, and only whole lines', () => {
    const line = fc.oneof(fc.constantFrom(FIRST, LAST, 'Photo: Akorda', 'Read more', ''), fc.string());
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = withoutBoilerplate(lines.join('\n'));

        expect(withoutBoilerplate(once)).toBe(once);
        expect(lines.join('\n').split('\n')).toEqual(expect.arrayContaining(once.split('\n')));
      }),
    );
  });
});
