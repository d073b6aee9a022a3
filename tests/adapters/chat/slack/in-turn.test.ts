import { describe, expect, it } from 'vitest';
import { createInTurn } from '../../../../adapters/chat/slack/sending/in-turn.ts';

describe('work in turn', () => {
  it('of one key is done in order, also after a failure, while other keys go on', async () => {
    const inTurn = createInTurn();
    const done: string[] = [];
    const slow = Promise.withResolvers<void>();

    const first = inTurn('a', async () => {
      await slow.promise;
      done.push('a1');
      throw new Error('a failure');
    });
    const second = inTurn('a', async () => done.push('a2'));
    await inTurn('b', async () => done.push('b1'));
    slow.resolve();
    const failure = await first.catch((error: unknown) => error);
    await second;

    expect(failure).toMatchObject({ message: 'a failure' });
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });
});
