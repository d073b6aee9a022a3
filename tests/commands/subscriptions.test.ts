import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pause } from '../../commands/pause.ts';
import { resume } from '../../commands/resume.ts';
import { subscribe } from '../../commands/subscribe.ts';
import { subscriptions } from '../../commands/subscriptions.ts';
import { unsubscribe } from '../../commands/unsubscribe.ts';
import { createInbox } from '../../src/chat/create-inbox.ts';
import type { SubscriptionId } from '../../src/domain/identity.ts';
import type { Channel, Subscription } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aLine } from '../fixtures/a-line.ts';
import { aPerson, aRelationship, aTopic } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';
import { NO_FETCHER } from '../fixtures/no-fetcher.ts';
import { NO_METRICS } from '../fixtures/no-metrics.ts';

const HERE: Channel = { platform: 'console', id: 'here' };
/** 12:00 in Almaty on a Tuesday. */
const NOW = Date.parse('2026-02-10T07:00:00Z');

const relationship = aRelationship({
  topics: [
    aTopic(),
    aTopic({ id: 'defence', name: 'Defence' }),
    aTopic({ id: 'transport', name: 'Transport' }),
  ],
  people: [aPerson()],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

/** Types a line as somebody in Karachi who may manage the channel, unless told otherwise. */
async function type(line: string, { channel = HERE, isManager = true } = {}): Promise<string> {
  const commands = [subscribe, subscriptions, unsubscribe, pause, resume];
  const clock = createFakeClock(NOW);
  const logger = createFakeLogger();
  const inbox = createInbox({
    ...{ commands, store, relationship, clock, logger, metrics: NO_METRICS, fetcher: NO_FETCHER },
    ...{ language: 'en', zone: 'UTC', operators: [], health: () => [] },
  });
  const facts = async () => ({ zone: 'Asia/Karachi', locale: null });
  const person = { userId: 'aigerim', rights: { managesChannel: isManager }, facts };
  return messageText(await inbox.answer(aLine(line, { channel, ...person })));
}

/** The same, without looking at it first. */
function confirm(line: string, asked: Parameters<typeof type>[1] = {}): Promise<string> {
  return type(`${line} confirm:yes`, asked);
}

async function onlySubscription(): Promise<Subscription> {
  const [subscription] = await store.subscriptions.ofChannel(HERE);
  if (subscription === undefined) throw new Error('there is no subscription');
  return subscription;
}

describe('a digest that rests', () => {
  beforeEach(async () => {
    await store.subscriptions.add(aSubscription({ id: 'aaaa1111', channel: HERE }), 0);
    await store.subscriptions.pause(HERE, 'channel-archived', NOW);
  });

  it('says why, since when, and how it runs again', async () => {
    expect(await type('subscriptions')).toContain(
      'rests since 10 Feb 2026, 12:00: the channel is archived · ',
    );
  });

  it('is resumed by its id, once', async () => {
    const first = await type('resume aaaa');
    const again = await type('resume aaaa');

    expect(first).toContain(
      'It runs again: a digest every day at 08:00 (Asia/Almaty). The next one comes 11 Feb',
    );
    expect(again).toContain('there is nothing to resume');
    expect((await store.subscriptions.get('aaaa1111' as SubscriptionId))?.pause).toBeNull();
  });

  it('is resumed only by who manages the channel, and only from there', async () => {
    const stranger = await type('resume aaaa', { isManager: false });
    const elsewhere = await type('resume aaaa', { channel: { ...HERE, id: 'elsewhere' } });

    expect(stranger).toMatch(/^Only people who manage this channel/);
    expect(elsewhere).toContain('no subscription');
    expect((await store.subscriptions.get('aaaa1111' as SubscriptionId))?.pause).not.toBeNull();
  });
});

describe('subscribe', () => {
  it('takes a schedule in words, a zone and topics, and shows what will come and how to end it', async () => {
    const answer = await confirm('subscribe daily 08:00 Asia/Almaty topics:defence,trade');

    const subscription = await onlySubscription();
    expect(subscription).toMatchObject({
      timing: { kind: 'schedule', cron: '0 8 * * *' },
      zone: 'Asia/Almaty',
      topicIds: ['defence', 'trade'],
      personIds: [],
      createdBy: 'aigerim',
      createdAt: NOW,
    });
    expect(answer.split('\n')).toEqual([
      '# Subscribed',
      'This channel gets a digest every day at 08:00 (Asia/Almaty). Only news about Defence and Trade.',
      'The next three: 11 Feb 2026, 08:00 · 12 Feb 2026, 08:00 · 13 Feb 2026, 08:00.',
      expect.stringContaining('tells nothing twice'),
      expect.stringContaining('invite it'),
      `To end it: unsubscribe ${subscription.id}`,
    ]);
  });

  it.each([
    ['subscribe "0 8 * * *" Asia/Almaty', '0 8 * * *', 'Asia/Almaty'],
    ['subscribe 0 8 * * 1-5 almaty', '0 8 * * 1-5', 'Asia/Almaty'],
    ['subscribe weekdays 7:30', '30 7 * * 1-5', 'Asia/Karachi'],
    ['subscribe weekly mon 09:00 Europe/Berlin', '0 9 * * mon', 'Europe/Berlin'],
    ['subscribe monthly 1 09:00 utc', '0 9 1 * *', 'UTC'],
  ])('reads "%s"', async (line, cron, zone) => {
    await confirm(line);

    expect(await onlySubscription()).toMatchObject({ timing: { cron }, zone });
  });

  it('narrows to people, sides, languages and stories of several origins, at a length, in a language', async () => {
    const answer = await confirm(
      'subscribe daily 08:00 people:Nurtleu sides:Pakistan,KZ languages:Urdu,ru min-origins:2 length:short language:de',
    );

    expect(await onlySubscription()).toMatchObject({
      ...{ personIds: ['nurtleu'], sides: ['PK', 'KZ'], languages: ['ru', 'ur'] },
      ...{ minOrigins: 2, length: 'short', language: 'de' },
    });
    expect(answer).toContain(
      'Only news naming Murat Nurtleu, reported by Pakistan and Kazakhstan, reported in Russian and Urdu, with 2 independent origins or more.',
    );
  });

  it('first shows what it would be: times, contents and the line that confirms it', async () => {
    await storeStory(store, 'trains', [{ title: 'Trains to Karachi', publishedAt: NOW - 3_600_000 }]);

    const answer = await type('subscribe daily 08:00 topics:transport');

    expect(await store.subscriptions.all()).toEqual([]);
    expect(answer).toContain('The next three: 11 Feb 2026, 08:00');
    expect(answer).toContain('Trains to Karachi');
    expect(answer).toContain('Subscribe: subscribe "0 8 * * *" Asia/Karachi topics:transport confirm:yes');
  });

  it('takes the place of another by its id, and what that was told stays told', async () => {
    await confirm('subscribe daily 08:00 Asia/Almaty topics:defence');
    const { id } = await onlySubscription();
    const edition = await store.editions.claim(dueEdition(id, NOW + 1), NOW, 0);
    if (edition === null) throw new Error('claimed before');
    await store.editions.compose(edition, aComposed(aMessage(), ['article:a']), HERE);

    const asked = await type(`subscribe weekdays 09:00 Asia/Almaty topics:all id:${id.slice(0, 4)}`);
    const before = await onlySubscription();
    await confirm(`subscribe weekdays 09:00 Asia/Almaty topics:all id:${id.slice(0, 4)}`);

    expect(asked).toContain(`Change ${id} to this?`);
    expect(before).toMatchObject({ topicIds: ['defence'] });
    expect(await onlySubscription()).toMatchObject({ id, topicIds: [], timing: { cron: '0 9 * * 1-5' } });
    expect([...(await store.editions.told([id], ['article:a'])).keys()]).toEqual(['article:a']);
  });

  it.each([
    ['subscribe sometimes', '"sometimes" is not a schedule. Write daily 08:00'],
    ['subscribe daily', 'The time is missing.'],
    ['subscribe daily 25:00', '"25:00" is not a time'],
    ['subscribe 0 25 * * *', '"25" does not fit as the hour of a schedule.'],
    ['subscribe */5 * * * *', 'A digest comes at most every 15 minutes.'],
    ['subscribe 0 8 31 2 *', 'No day fits that schedule.'],
    ['subscribe daily 08:00 Asia/Atlantis', '"Asia/Atlantis" after the schedule is not a time zone.'],
  ])('refuses "%s" and says how to mend it', async (line, words) => {
    const answer = await type(line);

    expect(answer).toContain(words);
    expect(await store.subscriptions.all()).toEqual([]);
  });

  it('refuses the same subscription again, and names it', async () => {
    await confirm('subscribe daily 08:00 topics:defence,trade');
    const { id } = await onlySubscription();

    expect(await type('subscribe daily 8:00 Asia/Karachi topics:trade,defence')).toBe(
      `This channel has the same subscription already: ${id}.`,
    );
  });

  it('allows ten a channel', async () => {
    for (let hour = 0; hour < 10; hour += 1) await confirm(`subscribe daily ${hour}:00`);

    expect(await type('subscribe daily 20:00')).toContain('has 10 subscriptions already');
    expect(await confirm('subscribe daily 20:00')).toContain('has 10 subscriptions already');
    expect(await confirm('subscribe daily 20:00', { channel: { ...HERE, id: 'elsewhere' } })).toContain(
      'Subscribed',
    );
  });

  it('is for those who manage the channel', async () => {
    expect(await type('subscribe daily 08:00', { isManager: false })).toContain('Only people who manage');
    expect(await type('unsubscribe abcd', { isManager: false })).toContain('Only people who manage');
  });
});

describe('subscriptions', () => {
  it('shows when each comes, on what, and how the last one went', async () => {
    const topicIds = ['trade'];
    await store.subscriptions.add(aSubscription({ id: 'aaaa1111', topicIds }), 0);
    await store.subscriptions.add(
      aSubscription({ id: 'bbbb2222', timing: { kind: 'schedule', cron: '0 9 * * 1,4' }, createdAt: NOW }),
      0,
    );
    await store.subscriptions.add(
      aSubscription({ id: 'cccc3333', channel: { ...HERE, id: 'elsewhere' } }),
      0,
    );
    await sendEdition('aaaa1111' as SubscriptionId);

    const answer = await type('subscriptions');

    expect(answer).toBe(
      [
        '# Subscriptions of this channel',
        '- aaaa1111 every day at 08:00 (Asia/Almaty) · about Trade · next 11 Feb 2026, 08:00 · last 10 Feb 2026, 12:00: sent 10 Feb 2026, 12:00 · pause aaaa1111',
        '- bbbb2222 every Monday and Thursday at 09:00 (Asia/Almaty) · next 12 Feb 2026, 09:00 · none sent yet · pause bbbb2222',
      ].join('\n'),
    );
  });

  it('says why the last one failed', async () => {
    const { id } = aSubscription();
    await store.subscriptions.add(aSubscription(), 0);
    await sendEdition(id, 'The channel is gone.');

    expect(await type('subscriptions')).toContain('last 10 Feb 2026, 12:00: given up: The channel is gone.');
  });

  it('of a channel without any says how to begin', async () => {
    expect(await type('subscriptions')).toBe(
      'This channel has no subscription.\nTry:\n- subscribe daily 08:00 Asia/Karachi',
    );
  });
});

describe('pause', () => {
  it('lets one rest until it is resumed, and the others run', async () => {
    await store.subscriptions.add(aSubscription({ id: 'aaaa1111' }), 0);
    await store.subscriptions.add(aSubscription({ id: 'bbbb2222', zone: 'UTC' }), 0);

    const answer = await type('pause aaaa');
    const again = await type('pause aaaa');

    expect(answer).toContain('resume aaaa1111');
    expect(again).toContain('rests already');
    const rests = (await store.subscriptions.all()).map((each) => [each.id, each.pause?.reason]);
    expect(rests).toEqual([
      ['aaaa1111', 'asked'],
      ['bbbb2222', undefined],
    ]);
    expect(await type('subscriptions')).toContain('somebody paused it');
  });

  it('is for those who manage the channel', async () => {
    expect(await type('pause aaaa', { isManager: false })).toContain('Only people who manage');
  });
});

describe('unsubscribe', () => {
  it('ends a subscription by the beginning of its id', async () => {
    await confirm('subscribe daily 08:00 Asia/Almaty');
    const { id } = await onlySubscription();

    const answer = await type(`unsubscribe ${id.slice(0, 4).toUpperCase()}`);

    expect(answer).toBe('Ended: no more digest every day at 08:00 (Asia/Almaty).');
    expect(await store.subscriptions.all()).toEqual([]);
  });

  it('leaves those of other channels alone, and an id that means several', async () => {
    await store.subscriptions.add(aSubscription({ id: 'aaaa1111' }), 0);
    await store.subscriptions.add(
      aSubscription({ id: 'aaaa2222', timing: { kind: 'schedule', cron: '0 9 * * *' } }),
      0,
    );
    const elsewhere = { channel: { ...HERE, id: 'elsewhere' } };

    expect(await type('unsubscribe aaaa1111', elsewhere)).toBe(
      'This channel has no subscription "aaaa1111".',
    );
    expect(await type('unsubscribe aaaa')).toContain('More than one subscription begins with "aaaa"');
    expect(await store.subscriptions.all()).toHaveLength(2);
  });
});

/** One edition on its way; sent, or given up for a reason. */
async function sendEdition(id: SubscriptionId, failure: string | null = null): Promise<void> {
  const edition = await store.editions.claim(dueEdition(id, NOW), NOW, NOW);
  if (edition === null) throw new Error('claimed before');
  const delivery = await store.editions.compose(edition, aComposed(aMessage(), []), HERE);
  if (failure === null) await store.deliveries.markSent(delivery.id, NOW);
  else await store.deliveries.markFailed(delivery.id, failure, null);
}
