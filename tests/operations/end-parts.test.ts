import { describe, expect, it } from 'vitest';
import { endParts } from '../../src/operations/end-parts.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';

const hanging = (name: string) => ({ name, end: () => new Promise(() => {}) });

describe('ending the parts', () => {
  it('goes step by step, and leaves nothing behind when all of them end', async () => {
    const ended: string[] = [];
    const part = (name: string) => ({ name, end: async () => void ended.push(name) });

    const left = await endParts(
      [
        { endings: [part('jobs')], untilMs: 100 },
        { endings: [part('chat'), part('threads')], untilMs: 200 },
        { endings: [part('store')], untilMs: 300 },
      ],
      createFakeClock(),
    );

    expect(left).toEqual([]);
    expect(ended).toEqual(['jobs', 'chat', 'threads', 'store']);
  });

  it('leaves behind what hangs when its time is up, and ends the rest', async () => {
    const clock = createFakeClock();
    const ended: string[] = [];
    const store = { name: 'store', end: async () => void ended.push('store') };

    const ending = endParts(
      [
        { endings: [hanging('jobs')], untilMs: 5_000 },
        { endings: [hanging('chat')], untilMs: 9_000 },
        { endings: [store], untilMs: 9_500 },
      ],
      clock,
    );
    await clock.advanceBy(5_000);
    const before = [...ended];
    await clock.advanceBy(4_000);

    expect(await ending).toEqual(['jobs', 'chat']);
    expect(before).toEqual([]);
    expect(ended).toEqual(['store']);
  });

  it('names a part that fails to end, and goes on', async () => {
    const failing = { name: 'chat', end: () => Promise.reject(new Error('a bug')) };

    const left = await endParts([{ endings: [failing], untilMs: 100 }], createFakeClock());

    expect(left).toEqual(['chat']);
  });
});
