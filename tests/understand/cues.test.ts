import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/identity.ts';
import { wordsOf } from '../../src/language/words.ts';
import { createCueFinder } from '../../src/understand/cues.ts';

const finder = createCueFinder();

describe('cues', () => {
  it.each<readonly [Language, string]>([
    ['en', 'He paid a state visit.'],
    ['de', 'Er kam zu einem Staatsbesuch.'],
    ['ru', 'Он прибыл с государственным визитом.'],
    ['kk', 'Ол мемлекеттік сапармен келді.'],
    ['ur', 'انہوں نے ریاستی دورہ کیا۔'],
  ])('%s: a state visit is a visit', (language, text) => {
    expect(cuesIn(text, language)).toEqual(expect.arrayContaining(['state', 'visit']));
  });

  it.each<readonly [Language, string]>([
    ['en', 'Kazakhstan is ready to sign the agreement.'],
    ['de', 'Kasachstan ist bereit, das Abkommen zu unterzeichnen.'],
    ['ru', 'Казахстан готов подписать соглашение.'],
    ['kk', 'Қазақстан келісімге қол қоюға дайын.'],
    ['ur', 'قازقستان معاہدے پر دستخط کرنے کے لیے تیار ہے۔'],
  ])('%s: readiness to sign is no signature', (language, text) => {
    const cues = cuesIn(text, language);

    expect(cues).toContain('to-sign');
    expect(cues).not.toContain('signed');
  });

  it.each<readonly [Language, string]>([
    ['en', 'They signed the agreement.'],
    ['de', 'Sie unterzeichneten das Abkommen.'],
    ['ru', 'Они подписали соглашение.'],
    ['kk', 'Олар келісімге қол қойды.'],
    ['ur', 'معاہدے پر دستخط کیے گئے۔'],
  ])('%s: a signature is one', (language, text) => {
    expect(cuesIn(text, language)).toContain('signed');
  });

  it.each<readonly [Language, string]>([
    ['en', 'The visit was postponed.'],
    ['de', 'Der Besuch wurde verschoben.'],
    ['ru', 'Визит не состоялся.'],
    ['kk', 'Сапар кейінге қалдырылды.'],
    ['ur', 'دورہ ملتوی کر دیا گیا۔'],
  ])('%s: a visit put off is', (language, text) => {
    expect(cuesIn(text, language)).toContain('postponed');
  });

  it('come in reading order with their places, several from one phrase', () => {
    const text = 'He will visit and was invited.';

    const hits = finder.find(text, wordsOf(text), 'en');

    expect(hits.map(({ cue, start, end }) => [cue, text.slice(start, end)])).toEqual([
      ['visit', 'will visit'],
      ['future', 'will visit'],
      ['invites', 'invited'],
    ]);
  });

  it('are not read in a language that is not known', () => {
    expect(cuesIn('He paid a state visit.', 'other')).toEqual([]);
  });
});

function cuesIn(text: string, language: Language): string[] {
  return finder.find(text, wordsOf(text), language).map(({ cue }) => cue);
}
