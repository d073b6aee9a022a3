import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mute } from '../../commands/mute.ts';
import { createInbox } from '../../src/chat/create-inbox.ts';
import type { Channel } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aLine } from '../fixtures/a-line.ts';
import { aRelationship, aSource, aTopic } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';
import { NO_FETCHER } from '../fixtures/no-fetcher.ts';
import { NO_METRICS } from '../fixtures/no-metrics.ts';

const HERE: Channel = { platform: 'console', id: 'here' };
const NOW = Date.parse('2026-02-10T07:00:00Z');

const relationship = aRelationship({
  topics: [aTopic({ id: 'defence', name: 'Defence and security' })],
  sources: [aSource({ id: 'dawn', name: 'Dawn' })],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

async function type(line: string, isManager = true): Promise<string> {
  const inbox = createInbox({
    ...{ commands: [mute], store, relationship, clock: createFakeClock(NOW) },
    ...{ logger: createFakeLogger(), metrics: NO_METRICS, fetcher: NO_FETCHER },
    ...{ language: 'en', zone: 'UTC', operators: [], health: () => [] },
  });
  const rights = { managesChannel: isManager };
  return messageText(await inbox.answer(aLine(line, { channel: HERE, rights })));
}

describe('mute', () => {
  it('keeps a topic out by the beginning of its name, and says what stays as it is', async () => {
    const answer = await type('mute topic defen');
    const again = await type('mute topic defence');

    expect(answer).toContain('Muted: Defence and security (topic).');
    expect(answer).toContain('commands still answer');
    expect(answer).toContain('mute topic defence off:yes');
    expect(again).toContain('Muted already');
    expect(await store.mutes.ofChannel(HERE)).toEqual([{ kind: 'topic', id: 'defence' }]);
  });

  it('keeps a story out by its lead article, so that it stays out when stories merge', async () => {
    const story = await storeStory(store, 'trains', [
      { title: 'Trains', publishedAt: NOW },
      { title: 'More trains', publishedAt: NOW },
    ]);
    await type('mute story s-trains');
    await store.stories.replace([{ ...story, id: 's-merged' as typeof story.id }], [story.id]);

    const listed = await type('mute');
    const off = await type('mute story s-merged off:yes');

    expect(listed).toContain('Trains (story)');
    expect(listed).toContain(`mute story ${story.leadId} off:yes`);
    expect(off).toContain('Not muted any more: Trains (story)');
    expect(await store.mutes.ofChannel(HERE)).toEqual([]);
  });

  it('keeps a source out, and lets it in again', async () => {
    await type('mute source Dawn');
    const muted = await store.mutes.ofChannel(HERE);
    const off = await type('mute source dawn off:yes');
    const again = await type('mute source dawn off:yes');

    expect(muted).toEqual([{ kind: 'source', id: 'dawn' }]);
    expect(off).toContain('Not muted any more');
    expect(again).toContain('is not muted here');
    expect(await type('mute')).toBe('Nothing is muted in this channel.');
  });

  it('says so when there is no such thing, or nothing is named', async () => {
    expect(await type('mute topic chess')).toBe('There is no topic "chess".');
    expect(await type('mute source')).toContain('Say which source');
    expect(await store.mutes.ofChannel(HERE)).toEqual([]);
  });

  it('is for those who manage the channel', async () => {
    expect(await type('mute topic defence', false)).toContain('Only people who manage');
  });
});
