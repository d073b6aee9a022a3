import { describe, expect, it } from 'vitest';
import { completeLine, lastWordOf } from '../../src/chat/complete-line.ts';
import { someCommands, someRelationship } from './a-reading.ts';

const complete = (line: string) => completeLine(line, someCommands, someRelationship);

describe('completing a line', () => {
  it.each([
    ['', ['help', 'latest', 'timeline', 'search', 'ask', 'agreements', 'subscribe', 'status']],
    ['La', ['latest']],
    ['help ti', ['timeline']],
    ['latest ', ['defence', 'trade', 'topic:', 'since:']],
    ['latest def', ['defence']],
    ['latest si', ['since:']],
    ['latest since:y', ['since:yesterday']],
    ['latest topic:defence s', ['since:']],
    ['timeline Tok', ['Tokayev']],
    ['timeline ток', ['Токаев']],
    ['timeline person:"kass', ['person:"Kassym-Jomart Tokayev"']],
    ['timeline Atif', ['"Atif Khan"']],
    ['agreements s', ['signed', 'status:']],
    ['subscribe daily topics:defence,', ['topics:defence,trade']],
    ['subscribe daily zone:asia/alm', ['zone:Asia/Almaty']],
    ['subscribe daily zone:karach', ['zone:Asia/Karachi']],
    ['search def', []],
    ['nonsense def', []],
  ])('"%s" → %j', (line, expected) => {
    expect(complete(line)).toEqual(expected);
  });

  it('replaces the last word, with its option name and its open quote', () => {
    expect(lastWordOf('timeline def')).toBe('def');
    expect(lastWordOf('timeline person:"asim mu')).toBe('person:"asim mu');
    expect(lastWordOf('timeline ')).toBe('');
  });
});
