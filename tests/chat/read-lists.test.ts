import { describe, expect, it } from 'vitest';
import { completeLine } from '../../src/chat/complete-line.ts';
import { parseLine } from '../../src/chat/parse-line.ts';
import type { OptionKind } from '../../src/ports/command.ts';
import { aCommand, anOption } from './a-command.ts';
import { aReading, someRelationship } from './a-reading.ts';

const list = (name: OptionKind) => anOption({ name, kind: name, isPositional: false });
const command = aCommand({ name: 'want', options: [list('people'), list('sides'), list('languages')] });
const commands = [command];

describe('lists of people, sides and languages', () => {
  it.each([
    ['people:Tokayev,Мунир', null],
    ['people:Tokayev,munir,tokayev', { people: ['tokayev', 'munir'] }],
    ['people:"Kassym-Jomart Tokayev, Asim Munir"', { people: ['tokayev', 'munir'] }],
    ['sides:Pakistan,KZ', { sides: ['PK', 'KZ'] }],
    ['languages:Urdu, ru', { languages: ['ur', 'ru'] }],
  ])('%s', (typed, expected) => {
    const read = () => parseLine(`want ${typed}`, { ...aReading(), commands }).options;

    if (expected === null) expect(read).toThrow('Мунир');
    else expect(read()).toEqual(expected);
  });

  it.each([
    ['people:Tokayev,nobody', 'The profile has no person "nobody".'],
    ['sides:Germany', 'The profile has no side "Germany".'],
    ['languages:en,French', '"French" is not a language that the bot reads.'],
  ])('%s is refused for the part that is wrong', (typed, problem) => {
    expect(() => parseLine(`want ${typed}`, { ...aReading(), commands })).toThrow(problem);
  });

  it('grow by one a time as they are typed', () => {
    const completed = (typed: string) => completeLine(`want ${typed}`, commands, someRelationship);

    expect(completed('people:tokayev,mun')).toEqual(['people:tokayev,munir']);
    expect(completed('sides:KZ,')).toEqual(['sides:KZ,PK']);
    expect(completed('languages:en,u')).toEqual(['languages:en,ur']);
  });
});
