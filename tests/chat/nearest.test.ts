import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/chat/nearest.ts';

const commands = ['latest', 'story', 'search', 'subscribe', 'subscriptions', 'unsubscribe'];

describe('the nearest candidate', () => {
  it.each([
    ['latset', 'latest'],
    ['stroy', 'story'],
    ['serch', 'search'],
    ['subscribtions', 'subscriptions'],
    ['unsub', 'unsubscribe'],
    ['LATEST', 'latest'],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, commands)).toBe(expected);
  });

  it.each(['', 'x', 'weather', 'ab'])('to %j there is none', (word) => {
    expect(nearest(word, commands)).toBeNull();
  });

  it('is found again after one slip of the finger in a word of four letters or more', () => {
    const words = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(words, fc.nat(), (word, place) => {
        const at = place % (word.length - 1);
        const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
        const dropped = word.slice(0, at) + word.slice(at + 1);

        expect(nearest(swapped, [word])).toBe(word);
        expect(nearest(dropped, [word])).toBe(word);
      }),
    );
  });
});
