import { describe, expect, it } from 'vitest';
import { createSeenEvents } from '../../../../adapters/chat/slack/conversation/seen-events.ts';

describe('events that were seen', () => {
  it('are known until many newer ones came, so that the memory does not grow', () => {
    const isFirst = createSeenEvents(3);

    const answers = ['a', 'a', 'b', 'c', 'a', 'd', 'a', 'd'].map((id) => isFirst(id));

    expect(answers).toEqual([true, false, true, true, false, true, true, false]);
  });
});
