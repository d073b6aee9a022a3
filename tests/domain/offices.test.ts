import { describe, expect, it } from 'vitest';
import { holdersOf, titleAt, titlesOf } from '../../src/domain/offices.ts';
import type { Office, Person, Tenure } from '../../src/domain/relationship.ts';

const OFFICES: readonly Office[] = [
  anOffice('deputy', 'Deputy Prime Minister', 3),
  anOffice('foreign', 'Foreign Minister', 3),
  anOffice('aide', 'Presidential Aide', 4),
  anOffice('president', 'President', 1),
  anOffice('analyst', 'Analyst', 5),
];

describe('titlesOf', () => {
  it('joins two offices held with the same dates and puts the newest first', () => {
    const person = aPerson([
      held('deputy', '2023-04', '2025-09-26'),
      held('foreign', '2023-04', '2025-09-26'),
      held('aide', '2025-09-26', null),
    ]);

    const titles = titlesOf(person, OFFICES);

    expect(titles).toEqual([
      { title: 'Presidential Aide', side: 'KZ', from: '2025-09-26', to: null, seen: [] },
      {
        title: 'Deputy Prime Minister and Foreign Minister',
        side: 'KZ',
        from: '2023-04',
        to: '2025-09-26',
        seen: [],
      },
    ]);
  });

  it('keeps offices with different dates apart', () => {
    const person = aPerson([held('deputy', '2023-04', null), held('foreign', '2023-05', null)]);

    const titles = titlesOf(person, OFFICES);

    expect(titles.map(({ title }) => title)).toEqual(['Foreign Minister', 'Deputy Prime Minister']);
  });
});

describe('titleAt', () => {
  it('names the office until the day before leaving it', () => {
    const person = aPerson([held('foreign', '2023-04', '2025-09-26'), held('aide', '2025-09-26', null)]);

    expect(titleAt(person, '2025-09-25', OFFICES)).toBe('Foreign Minister');
    expect(titleAt(person, '2025-09-26', OFFICES)).toBe('Presidential Aide');
    expect(titleAt(person, '2023-03-31', OFFICES)).toBeNull();
  });

  it('fills a month-precise end to its last day', () => {
    const person = aPerson([held('president', '1991', '2019-03')]);

    expect(titleAt(person, '2019-03-31', OFFICES)).toBe('President');
    expect(titleAt(person, '2019-04-01', OFFICES)).toBeNull();
  });

  it('joins offices in the order of their rank', () => {
    const person = aPerson([held('foreign', '2020', null), held('president', '2020', null)]);

    expect(titleAt(person, '2021-01-01', OFFICES)).toBe('President and Foreign Minister');
  });

  it('trusts the days between two sightings, a month around them, and nothing further', () => {
    const person = aPerson([seen('foreign', ['2025-09-09', '2026-02-04'])]);

    expect(titleAt(person, '2025-12-01', OFFICES)).toBe('Foreign Minister');
    expect(titleAt(person, '2026-03-01', OFFICES)).toBe('Foreign Minister');
    expect(titleAt(person, '2026-06-01', OFFICES)).toBeNull();
  });

  it('prefers a dated office to an earlier sighting in another', () => {
    const person = aPerson([seen('deputy', ['2022-01']), held('foreign', '2022-01-19', null)]);

    expect(titleAt(person, '2022-01-20', OFFICES)).toBe('Foreign Minister');
    expect(titleAt(person, '2022-01-10', OFFICES)).toBe('Deputy Prime Minister');
  });

  it('leaves out offices below rank 4', () => {
    const person = aPerson([held('analyst', '2020', null)]);

    expect(titleAt(person, '2021-01-01', OFFICES)).toBeNull();
  });
});

describe('holdersOf', () => {
  it('finds who held an office on a day, a dated holder before a sighting', () => {
    const before = aPerson([seen('foreign', ['2025-09-20'])], 'before');
    const after = aPerson([held('foreign', '2025-09-26', null)], 'after');

    expect(holdersOf('foreign', '2025-09-27', [before, after])).toEqual([after]);
    expect(holdersOf('foreign', '2025-09-20', [before, after])).toEqual([before]);
    expect(holdersOf('foreign', '2010-01-01', [before, after])).toEqual([]);
  });
});

function anOffice(id: string, title: string, rank: number): Office {
  return { id, side: 'KZ', title, spellings: {}, isSingle: true, rank };
}

function held(officeId: string, from: string, to: string | null): Tenure {
  return { officeId, from, to, seen: [] };
}

function seen(officeId: string, days: readonly string[]): Tenure {
  return { officeId, from: null, to: null, seen: days };
}

function aPerson(tenures: readonly Tenure[], id = 'someone'): Person {
  return {
    id,
    side: 'KZ',
    name: 'Some One',
    style: null,
    spellings: {},
    mistakes: [],
    familyName: {},
    tenures,
  };
}
