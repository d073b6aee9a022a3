import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../../adapters/chat/discord/render.ts';
import { markerOf, nonceOf, snowflakeAt } from '../../../../adapters/chat/discord/sending/post-key.ts';
import { aMessage } from '../../../chat/a-command.ts';

function aPost(text: string) {
  const [post] = renderMessage(aMessage(text), () => '');
  if (post === undefined) throw new Error('no post');
  return post;
}

describe('what a post is known by on Discord', () => {
  it('fits into what Discord takes, for every key', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (key, part) => {
        expect(nonceOf({ key, part }, aPost('one'))).toMatch(/^[\w-]{24}$/);
        const marker = markerOf({ key, part });
        expect(Number.isInteger(marker) && marker > 0 && marker <= 2 ** 31 - 1).toBe(true);
      }),
    );
  });

  it('is the same for every attempt', () => {
    const place = { key: 'd1', part: 0 };

    expect(nonceOf(place, aPost('one'))).toBe(nonceOf({ ...place }, aPost('one')));
    expect(markerOf(place)).toBe(markerOf({ ...place }));
  });

  it('differs between deliveries, parts and contents', () => {
    const nonces = [
      nonceOf({ key: 'd1', part: 0 }, aPost('one')),
      nonceOf({ key: 'd1', part: 1 }, aPost('one')),
      nonceOf({ key: 'd11', part: 0 }, aPost('one')),
      nonceOf({ key: 'd1', part: 0 }, aPost('two')),
      nonceOf(
        { key: 'd1', part: 0 },
        { ...aPost('one'), files: [{ name: 'a.png', bytes: new Uint8Array([1]) }] },
      ),
      nonceOf(
        { key: 'd1', part: 0 },
        { ...aPost('one'), files: [{ name: 'a.png', bytes: new Uint8Array([2]) }] },
      ),
    ];

    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('is an id of Discord for an instant, in the order of time', () => {
    expect(snowflakeAt(Date.parse('2015-01-01T00:00:00Z'))).toBe('0');
    expect(snowflakeAt(1_462_015_105_796)).toBe(String(175_928_847_299_117_063n & ~0x3fffffn));
    expect(snowflakeAt(0)).toBe('0');
  });
});
