import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../../src/ports/chat-adapter.ts';
import { discords } from '../../../fixtures/discord/discords.ts';

const { started } = discords();

const FILLING = { command: 'latest', option: 'topic', typed: 'def' };

describe('completing an option on Discord', () => {
  it('asks for what was typed into which option, and offers it', async () => {
    const heard: Completion[] = [];
    const { complete } = await started({
      async complete(completion) {
        heard.push(completion);
        return [{ label: 'Defence', value: 'defence' }];
      },
    });

    const choices = await complete({ ...FILLING, options: { since: '2025' } });

    expect(choices).toEqual([{ name: 'Defence', value: 'defence' }]);
    expect(heard).toEqual([FILLING]);
  });

  it('offers no more, and nothing longer, than Discord takes', async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ label: `${n} ${'l'.repeat(120)}`, value: `v${n}` }));
    const tooLong = { label: 'long', value: 'v'.repeat(101) };
    const { complete } = await started({ complete: async () => [tooLong, ...many] });

    const choices = await complete(FILLING);

    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: `0 ${'l'.repeat(97)}…`, value: 'v0' });
  });

  it('offers nothing when the suggestions fail', async () => {
    const { complete, logger } = await started({ complete: () => Promise.reject(new Error('a bug')) });

    const choices = await complete(FILLING);

    expect(choices).toEqual([]);
    expect(logger.lines).toContainEqual(expect.objectContaining({ event: 'discord completion failed' }));
  });

  it('offers nothing when the suggestions take too long for Discord', async () => {
    const { complete, acknowledgedAfterMs } = await started(
      { complete: () => new Promise(() => {}) },
      { adapter: { patience: { completeTimeoutMs: 50 } } },
    );

    const choices = await complete(FILLING);

    expect(choices).toEqual([]);
    expect(acknowledgedAfterMs()[0]).toBeLessThan(1_000);
  });
});
