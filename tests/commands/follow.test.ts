import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../../commands/follow.ts';
import { subscriptions } from '../../commands/subscriptions.ts';
import { unsubscribe } from '../../commands/unsubscribe.ts';
import { createInbox } from '../../src/chat/create-inbox.ts';
import type { Channel, Subscription } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { anAgreement } from '../fixtures/a-ledger-entry.ts';
import { aLine } from '../fixtures/a-line.ts';
import { aPerson, aRelationship, aTopic } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';
import { NO_FETCHER } from '../fixtures/no-fetcher.ts';
import { NO_METRICS } from '../fixtures/no-metrics.ts';

const HERE: Channel = { platform: 'console', id: 'here' };
const NOW = Date.parse('2026-02-10T07:00:00Z');
const HOUR = 3_600_000;

const relationship = aRelationship({
  topics: [aTopic({ id: 'transport', name: 'Transport' })],
  people: [aPerson()],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  await store.ledger.replace(
    { events: [], agreements: [anAgreement({ id: 'transit', name: 'Transit Agreement' })] },
    [],
  );
});

afterEach(() => store.close());

async function type(line: string, isManager = true): Promise<string> {
  const inbox = createInbox({
    ...{ commands: [follow, subscriptions, unsubscribe], store, relationship, clock: createFakeClock(NOW) },
    ...{ logger: createFakeLogger(), metrics: NO_METRICS, fetcher: NO_FETCHER },
    ...{ language: 'en', zone: 'Asia/Karachi', operators: [], health: () => [] },
  });
  const rights = { managesChannel: isManager };
  return messageText(await inbox.answer(aLine(line, { channel: HERE, userId: 'aigerim', rights })));
}

async function onlyAlert(): Promise<Subscription> {
  const [alert] = await store.subscriptions.ofChannel(HERE);
  if (alert === undefined) throw new Error('nothing is followed');
  return alert;
}

describe('follow', () => {
  it('first shows what it would have told, and then keeps it', async () => {
    await storeStory(store, 'trains', [{ title: 'Trains to Karachi', publishedAt: NOW - HOUR }]);

    const asked = await type('follow topic:transport');
    const before = await store.subscriptions.all();
    const kept = await type('follow topic:transport zone:Asia/Karachi confirm:yes');

    expect(before).toEqual([]);
    expect(asked).toContain('Trains to Karachi');
    expect(asked).toContain('Follow: follow topic:transport zone:Asia/Karachi confirm:yes');
    expect(kept).toContain('This channel gets an alert as soon as something happens.');
    expect(kept).toContain('Only news about Transport.');
    expect(await onlyAlert()).toMatchObject({
      topicIds: ['transport'],
      timing: { kind: 'at-once', quietHours: null, coolDownMs: 0, isAlsoInDigest: false },
    });
  });

  it('takes a person, quiet hours, a cool-down and a zone, and its line says the same', async () => {
    const line =
      'follow person:nurtleu quiet:22:00-07:30 important:yes cooldown:90m digest:yes zone:Asia/Almaty';

    const asked = await type(line);
    await type(`${line} confirm:yes`);

    expect(asked).toContain(`Follow: ${line} confirm:yes`);
    expect(await onlyAlert()).toMatchObject({
      personIds: ['nurtleu'],
      zone: 'Asia/Almaty',
      timing: {
        quietHours: { fromMinute: 1320, toMinute: 450, letsImportantThrough: true },
        coolDownMs: 1.5 * HOUR,
        isAlsoInDigest: true,
      },
    });
  });

  it('takes an agreement by the beginning of its name', async () => {
    await type('follow agreement:"Transit Agr" confirm:yes');

    expect(await onlyAlert()).toMatchObject({ agreementIds: ['transit'], topicIds: [], personIds: [] });
  });

  it('sleeps until something happens, and ends like a digest', async () => {
    await type('follow topic:all confirm:yes');
    const { id } = await onlyAlert();

    const awaited = await store.subscriptions.awaited(NOW + 48 * HOUR, 10);
    const listed = await type('subscriptions');
    const ended = await type(`unsubscribe ${id}`);

    expect(awaited).toEqual([]);
    expect(listed).toContain('as soon as something happens');
    expect(ended).toBe('Ended: no more alert.');
    expect(await store.subscriptions.all()).toEqual([]);
  });

  it('changes one by its id', async () => {
    await type('follow topic:transport confirm:yes');
    const { id } = await onlyAlert();

    await type(`follow topic:transport cooldown:2h id:${id} confirm:yes`);

    expect(await onlyAlert()).toMatchObject({ id, timing: { coolDownMs: 2 * HOUR } });
  });

  it.each([
    ['follow', 'Say what to follow'],
    ['follow agreement:nothing', 'The ledger holds no agreement "nothing"'],
    ['follow topic:all quiet:night', '"night" is not a span of hours'],
    ['follow topic:all quiet:22:00-22:00', 'is not a span of hours'],
    ['follow topic:all cooldown:soon', '"soon" is not a time to wait'],
    ['follow topic:all cooldown:48h', '"48h" is not a time to wait'],
  ])('refuses "%s" and says how to mend it', async (line, words) => {
    expect(await type(`${line} confirm:yes`)).toContain(words);
    expect(await store.subscriptions.all()).toEqual([]);
  });

  it('is for those who manage the channel', async () => {
    expect(await type('follow topic:all confirm:yes', false)).toContain('Only people who manage');
  });
});
