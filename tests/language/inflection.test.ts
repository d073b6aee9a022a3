import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/identity.ts';
import { filedForm, filedForms } from '../../src/language/inflection.ts';

const PAIRS: readonly (readonly [Language, string, string])[] = [
  ['en', 'tokayev', 'tokayevs'],
  ['de', 'nurtleu', 'nurtleus'],
  ['de', 'kasachisch', 'kasachischen'],
  ['ru', 'токаев', 'токаева'],
  ['ru', 'токаев', 'токаеву'],
  ['ru', 'токаев', 'токаевым'],
  ['ru', 'астана', 'астане'],
  ['ru', 'астана', 'астаной'],
  ['ru', 'иностранный', 'иностранных'],
  ['ru', 'соглашение', 'соглашения'],
  ['ru', 'соглашение', 'соглашением'],
  ['ru', 'соглашение', 'соглашений'],
  ['ru', 'декларация', 'декларации'],
  ['ru', 'казахстанский', 'казахстанского'],
  ['kk', 'тоқаев', 'тоқаевтың'],
  ['kk', 'тоқаев', 'тоқаевпен'],
  ['kk', 'пәкістан', 'пәкістанға'],
  ['kk', 'пәкістан', 'пәкістандағы'],
  ['kk', 'серіктестік', 'серіктестігі'],
  ['kk', 'министр', 'министрлерінің'],
  ['kk', 'президент', 'президентінің'],
  ['ur', 'دورہ', 'دورہ'],
  ['ur', 'ملاقات', 'ملاقاتیں'],
];

describe('inflected forms', () => {
  it.each(PAIRS)('%s: %s is found in %s', (language, base, inflected) => {
    const filed = filedForm(base);

    const forms = filedForms(inflected, language);

    expect(forms).toContain(filed);
  });

  it.each<readonly [Language, string, string]>([
    ['ru', 'токаев', 'токарев'],
    ['kk', 'тоқаев', 'тоқаевич'],
    ['de', 'munir', 'munition'],
    ['en', 'pakistan', 'pakistani'],
  ])('%s: %s is not found in %s', (language, base, other) => {
    const filed = filedForm(base);

    const forms = filedForms(other, language);

    expect(forms).not.toContain(filed);
  });

  it('stacks endings in Kazakh and not in Russian', () => {
    const kazakh = filedForms('қалаларынан', 'kk');
    const russian = filedForms('токаевыма', 'ru');

    expect(kazakh).toEqual(expect.arrayContaining(['қалалар', 'қала']));
    expect(russian).toContain('токаевым');
    expect(russian).not.toContain('токаев');
  });

  it('leaves at least three letters of a word', () => {
    const forms = ['ana', 'das', 'ела', 'ана'].flatMap((word) => [
      ...filedForms(word, 'de'),
      ...filedForms(word, 'ru'),
      ...filedForms(word, 'kk'),
    ]);

    expect(forms.filter((form) => form.length < 3)).toEqual([]);
  });
});
