import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/identity.ts';
import { splitSentences } from '../../src/language/sentences.ts';

function sentencesOf(text: string, language: Language = 'en'): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it.each<[Language, string[]]>([
    [
      'en',
      ['Tokayev met Sharif on Feb. 4 in Islamabad.', 'Gen. Asim Munir and Lt. Col. J. K. Khan came too.'],
    ],
    ['en', ['He thanked the U.S. Embassy.', 'Was it enough?', 'Yes!']],
    ['en', ['He flew to the U.S.', 'The visit lasted 2.5 days.']],
    ['en', ['“Is it ready?” he asked.', 'It was.']],
    ['en', ['“Our ports are open.”', '“We are glad,” he said.']],
    ['de', ['Am 4. Februar trafen sie sich, z. B. in Islamabad.', 'Dr. Malik sprach von 27 Abkommen.']],
    ['de', ['Der Handel lag bei 250 Mio. Dollar.', '„Wir wollen mehr“, sagte er.']],
    [
      'de',
      [
        'Das war der Besuch Nr. 20.',
        'Die Regierung schwieg.',
        'Es war 2003.',
        'Danach kam der 34. Jahrestag.',
      ],
    ],
    [
      'ru',
      ['Товарооборот вырос до 53,7 млн. долларов, т.е. вдвое.', 'Об этом 4 февраля сообщил К. К. Токаев.'],
    ],
    [
      'ru',
      ['Соглашение подписали в 2025 г. Токаев и Шариф.', 'Договор действует с 2024 г.', 'Он бессрочный.'],
    ],
    ['ru', ['«Мы готовы!» – сказал он.', 'ЕАЭС ждет.']],
    ['kk', ['Бүгін, 4 ақпанда, Қ. Тоқаев келіссөз жүргізді.', '«Біз дайынбыз», – деді ол.']],
    ['kk', ['Тауар айналымы 53,7 млн. долларға жетті.', 'Бұл – көп.']],
    ['ur', ['صدر توقایف اسلام آباد پہنچے۔', 'کیا معاہدہ ہوا؟', 'انہوں نے کہا کہ ’’ہم تیار ہیں۔‘‘']],
  ])('splits %s: %j', (language, expected) => {
    expect(sentencesOf(expected.join(' '), language)).toEqual(expected);
  });

  it('keeps a dateline with its sentence', () => {
    const text = 'ИСЛАМАБАД. КАЗИНФОРМ – Сегодня Токаев провел переговоры.';

    expect(sentencesOf(text, 'ru')).toEqual([text]);
  });

  it('leaves list markers out and never crosses a line break', () => {
    expect(sentencesOf('Takeaways:\n- First point\n  - Second one. Third.\n\n1. Trade')).toEqual([
      'Takeaways:',
      'First point',
      'Second one.',
      'Third.',
      '1. Trade',
    ]);
  });

  it('loses no word and overlaps nothing', () => {
    const piece = fc.constantFrom(
      'Word',
      ' ',
      '. ',
      '! ',
      '” ',
      '“',
      '\n',
      'Feb. ',
      '4',
      '- ',
      '۔ ',
      'т.е. ',
      'lower',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const sentences = splitSentences(text, 'en');
        let last = 0;
        for (const { start, end } of sentences) {
          expect(text.slice(last, start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(text.slice(start, end)).not.toContain('\n');
          last = end;
        }
        expect(text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
