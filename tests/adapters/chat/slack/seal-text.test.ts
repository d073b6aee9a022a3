import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText, sealText } from '../../../../adapters/chat/slack/workspaces/seal-text.ts';

const KEY = 'ab'.repeat(32);

describe('a sealed text', () => {
  it('opens again under its key, for its owner', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, owner) => {
        expect(openText(sealText(text, KEY, owner), KEY, owner)).toBe(text.toWellFormed());
      }),
    );
  });

  it('does not open under another key, for another owner or when any byte was changed', () => {
    const sealed = sealText('a token', KEY, 'slack/T1');
    const bytes = Buffer.from(sealed, 'base64');
    const changed = [...bytes.keys()].map((place) => {
      const copy = Buffer.from(bytes);
      copy[place] = (copy[place] ?? 0) ^ 1;
      return copy.toString('base64');
    });

    expect(openText(sealed, 'cd'.repeat(32), 'slack/T1')).toBeNull();
    expect(openText(sealed, KEY, 'slack/T2')).toBeNull();
    for (const each of [...changed, '', 'short']) expect(openText(each, KEY, 'slack/T1')).toBeNull();
  });
});
