import { describe, expect, it } from 'vitest';
import { findName, namesOf } from '../../src/chat/find-name.ts';
import { aPerson, aRelationship } from '../fixtures/a-relationship.ts';

const people = (...overrides: Parameters<typeof aPerson>[0][]) =>
  namesOf(aRelationship({ people: overrides.map(aPerson) })).people;

describe('finding a name', () => {
  it('trusts a full name more than the beginning of another', () => {
    const two = people(
      { id: 'ali', name: 'Ali', spellings: {} },
      { id: 'aliyev', name: 'Aliyev', spellings: {} },
    );

    expect(findName('ali', two)).toEqual({ kind: 'found', id: 'ali' });
  });

  it('trusts a spelling more than a mistake seen in print', () => {
    const two = people(
      { id: 'a', name: 'A B', mistakes: ['Munir'] },
      { id: 'b', name: 'C D', spellings: { en: ['Munir'] } },
    );

    expect(findName('munir', two)).toEqual({ kind: 'found', id: 'b' });
  });

  it('does not care for hyphens, apostrophes and the keyboard of an Arabic letter', () => {
    const one = people({ name: 'Kassym-Jomart', spellings: { ur: ['شہباز شریف'] } });

    expect(findName('kassym jomart', one).kind).toBe('found');
    expect(findName('شهباز شريف', one).kind).toBe('found');
  });

  it('does not take a single letter for the beginning of a name', () => {
    expect(findName('m', people({})).kind).toBe('none');
  });
});
