import { describe, expect, it } from 'vitest';
import { findOffices, findPeople, peopleLike } from '../../src/answers/find-in-profile.ts';
import { anOffice, aPerson, aRelationship } from '../fixtures/a-relationship.ts';

const PROFILE = aRelationship({
  people: [
    aPerson({ spellings: { en: ['Murat Nurtleu'], kk: ['Мұрат Нұртілеу'] }, mistakes: ['Attleeu'] }),
    aPerson({ id: 'shehbaz', side: 'PK', name: 'Shehbaz Sharif', spellings: { ur: ['شہباز شریف'] } }),
    aPerson({ id: 'nawaz', side: 'PK', name: 'Nawaz Sharif', spellings: {} }),
  ],
  offices: [
    anOffice({
      id: 'kz-fm',
      side: 'KZ',
      spellings: { en: ['Minister of Foreign Affairs'], ru: ['министр иностранных дел'] },
    }),
    anOffice({ id: 'pk-fm', side: 'PK' }),
  ],
});

describe('findPeople', () => {
  it.each(['Murat Nurtleu', 'murat nurtleu', 'Мұрат Нұртілеу', 'Attleeu', 'nurtleu'])(
    'finds a person by "%s"',
    (words) => {
      expect(findPeople(words, PROFILE).map(({ id }) => id)).toEqual(['nurtleu']);
    },
  );

  it('finds a person by a name in Arabic script written on another keyboard', () => {
    expect(findPeople('شهباز شريف', PROFILE).map(({ id }) => id)).toEqual(['shehbaz']);
  });

  it('gives everybody who shares a name, and nobody for words that no name holds', () => {
    expect(findPeople('Sharif', PROFILE).map(({ id }) => id)).toEqual(['shehbaz', 'nawaz']);
    expect(findPeople('Smith', PROFILE)).toEqual([]);
    expect(findPeople('  ', PROFILE)).toEqual([]);
  });
});

describe('findOffices', () => {
  it.each([
    ['foreign minister', ['kz-fm', 'pk-fm']],
    ['foreign minister KZ', ['kz-fm']],
    ['Pakistani foreign minister', ['pk-fm']],
    ['the Foreign Minister of Pakistan', ['pk-fm']],
    ['министр иностранных дел', ['kz-fm']],
    ['Kazakhstan', []],
    ['finance minister', []],
  ])('reads "%s"', (words, ids) => {
    expect(findOffices(words, PROFILE).map(({ id }) => id)).toEqual(ids);
  });
});

describe('peopleLike', () => {
  it('offers people whose names begin alike', () => {
    expect(peopleLike('Nurtileev', PROFILE).map(({ id }) => id)).toEqual(['nurtleu']);
    expect(peopleLike('xyz', PROFILE)).toEqual([]);
  });
});
