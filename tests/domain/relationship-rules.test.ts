import { describe, expect, it } from 'vitest';
import { checkRelationship } from '../../src/domain/relationship-rules.ts';
import { anOffice, aPerson, aRelationship, aSource, aTenure, aTopic } from '../fixtures/a-relationship.ts';

describe('the rules of a relationship', () => {
  it('finds nothing wrong with a sound one', () => {
    const sound = aRelationship({
      offices: [anOffice()],
      people: [aPerson({ tenures: [aTenure({ from: '2023-04', to: '2025-09-26' })] })],
      topics: [aTopic()],
      sources: [aSource()],
    });

    expect(checkRelationship(sound)).toEqual([]);
  });

  it('reports an id that is used twice in one list', () => {
    const problems = checkRelationship(aRelationship({ offices: [anOffice(), anOffice()] }));

    expect(problems).toEqual([
      { path: ['offices', 1, 'id'], message: 'the id kz-foreign-minister is used twice in offices' },
    ]);
  });

  it('reports a side that is neither of the two nor third', () => {
    const problems = checkRelationship(aRelationship({ people: [aPerson({ side: 'UZ' })] }));

    expect(problems.map(({ path }) => path)).toEqual([['people', 0, 'side']]);
  });

  it('reports an office and a capital that nobody described', () => {
    const problems = checkRelationship(
      aRelationship({ places: [], people: [aPerson({ tenures: [aTenure({ from: '2023' })] })] }),
    );

    expect(problems.map(({ path }) => path)).toEqual([
      ['sides', 0, 'capital'],
      ['sides', 1, 'capital'],
      ['people', 0, 'tenures', 0, 'officeId'],
    ]);
  });

  it('reports a spelling that two people share, whatever its case and hyphens and even as a mistake', () => {
    const problems = checkRelationship(
      aRelationship({
        people: [
          aPerson({ id: 'a', spellings: { en: ['Asim Munir'], ru: ['Мунир'] } }),
          aPerson({ id: 'b', spellings: { de: ['asim-munir'] }, mistakes: ['мунир'] }),
        ],
      }),
    );

    expect(problems).toEqual([
      { path: ['people', 1, 'spellings', 'de', 0], message: '"asim-munir" means both a and b' },
      { path: ['people', 1, 'mistakes', 0], message: '"мунир" means both a and b' },
    ]);
  });

  it('lets one person carry the same form in several languages', () => {
    const person = aPerson({ spellings: { en: ['Nurtleu'], de: ['Nurtleu'] }, mistakes: ['NURTLEU'] });

    expect(checkRelationship(aRelationship({ people: [person] }))).toEqual([]);
  });

  it.each([
    ['2025-9', null],
    ['2025-02-30', null],
    [null, 'spring 2025'],
  ])('reports the malformed bound %s–%s of a tenure', (from, to) => {
    const person = aPerson({ tenures: [aTenure({ from, to })] });

    const problems = checkRelationship(aRelationship({ offices: [anOffice()], people: [person] }));

    expect(problems.map(({ path }) => path)).toEqual([
      ['people', 0, 'tenures', 0, from === null ? 'to' : 'from'],
    ]);
  });

  it('reports a tenure that begins after its end', () => {
    const person = aPerson({ tenures: [aTenure({ from: '2025-10', to: '2025-09-26' })] });

    const [problem] = checkRelationship(aRelationship({ offices: [anOffice()], people: [person] }));

    expect(problem?.message).toBe('nurtleu holds kz-foreign-minister from 2025-10, after its end 2025-09-26');
  });

  it('reports a malformed day of an anniversary', () => {
    const anniversary = { id: 'relations', name: 'Relations', on: '1992-02' };

    const problems = checkRelationship(aRelationship({ anniversaries: [anniversary] }));

    expect(problems.map(({ path }) => path)).toEqual([['anniversaries', 0, 'on']]);
  });

  it('reports a topic without words in a language', () => {
    const topic = aTopic({ words: { en: ['trade'], de: ['Handel'], ru: [], kk: ['сауда'] } });

    const problems = checkRelationship(aRelationship({ topics: [topic] }));

    expect(problems.map(({ message }) => message)).toEqual([
      'the topic trade has no words in ru',
      'the topic trade has no words in ur',
    ]);
  });

  it('reports a site that two sources claim', () => {
    const problems = checkRelationship(aRelationship({ sources: [aSource(), aSource({ id: 'other' })] }));

    expect(problems.map(({ path }) => path)).toEqual([['sources', 1, 'sites', 0]]);
  });
});

describe('an office with one holder at a time', () => {
  it.each([
    ['an open tenure and a later one', { from: '2019-03' }, { from: '2024', to: '2025' }],
    ['crossing days', { from: '2023-04-01', to: '2025-09-26' }, { from: '2025-09-20' }],
    ['a day seen in office', { from: '2023-04-01', to: '2025-09-26' }, { seen: ['2024-05-01'] }],
    ['the same day seen', { seen: ['2024-05-01'] }, { seen: ['2024-05-01'] }],
  ])('may not be held twice: %s', (_case, first, second) => {
    const problems = checkRelationship(withHolders(first, second));

    expect(problems).toEqual([
      {
        path: ['people', 1, 'tenures', 0],
        message: 'first and second hold kz-foreign-minister at the same time',
      },
    ]);
  });

  it.each([
    ['on the day of leaving', { from: '2023-04', to: '2025-09-26' }, { from: '2025-09-26' }],
    ['in the month of leaving', { from: '2023-04', to: '2025-09' }, { from: '2025-09' }],
    ['in the year of leaving', { from: '2019', to: '2022' }, { from: '2022', to: '2024' }],
    ['seen on different days', { seen: ['2024-05-01'] }, { seen: ['2024-05-02'] }],
    ['when only the end is known', { to: '2025' }, { from: '2020', to: '2021' }],
  ])('may change hands %s', (_case, first, second) => {
    expect(checkRelationship(withHolders(first, second))).toEqual([]);
  });

  it('is not meant when several may hold the office', () => {
    const relationship = withHolders({ from: '2019' }, { from: '2020' });

    const several = { ...relationship, offices: [anOffice({ isSingle: false })] };

    expect(checkRelationship(several)).toEqual([]);
  });

  it('may be entered twice by the same person', () => {
    const person = aPerson({ tenures: [aTenure({ from: '2019' }), aTenure({ seen: ['2024-05-01'] })] });

    expect(checkRelationship(aRelationship({ offices: [anOffice()], people: [person] }))).toEqual([]);
  });
});

function withHolders(first: Parameters<typeof aTenure>[0], second: Parameters<typeof aTenure>[0]) {
  return aRelationship({
    offices: [anOffice()],
    people: [
      aPerson({ id: 'first', spellings: { en: ['First'] }, tenures: [aTenure(first)] }),
      aPerson({ id: 'second', spellings: { en: ['Second'] }, tenures: [aTenure(second)] }),
    ],
  });
}
