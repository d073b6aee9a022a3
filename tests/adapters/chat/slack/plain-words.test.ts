import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../../adapters/chat/slack/conversation/plain-words.ts';
import { escaped } from '../../../fixtures/slack/slack-payloads.ts';

describe('what a person typed', () => {
  it.each([
    ['<@UBOT> who signed it?', 'who signed it?'],
    ['<@UBOT|dragoman> hello <@U2> and <!subteam^S1> <!here>', 'hello and'],
    ['why <https://example.org/a?b=1&amp;c=2|example.org>', 'why https://example.org/a?b=1&c=2'],
    ['in <#C1|general> and <#C2>', 'in #general and'],
    ['write to <mailto:a@b.example|a@b.example>', 'write to a@b.example'],
    ['a &lt; b &amp;amp; c', 'a < b &amp; c'],
    ['  much \n space ', 'much space'],
    ['', ''],
  ])('%s', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it('comes through Slack unchanged, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(plainWords(escaped(typed))).toBe(typed.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
