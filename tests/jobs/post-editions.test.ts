import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Edition, Subscription } from '../../src/domain/subscription.ts';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import type { JobPorts } from '../../src/jobs/job-ports.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeChatAdapter, type FakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger, type FakeLogger } from '../fakes/fake-logger.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { anInbox } from '../fixtures/an-inbox.ts';
import { messageText } from '../fixtures/message-text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 08:00 in Almaty. */
const DUE = Date.parse('2026-02-10T03:00:00Z');

let store: Store;
let clock: FakeClock;
let adapter: FakeChatAdapter;
let logger: FakeLogger;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  clock = createFakeClock(DUE - HOUR);
  adapter = createFakeChatAdapter();
  await adapter.start(anInbox());
  logger = createFakeLogger();
});

afterEach(() => store.close());

function jobPorts(overrides: Partial<JobPorts> = {}): JobPorts {
  const relationship = aRelationship();
  const graceMs = 6 * HOUR;
  return { store, clock, logger, relationship, adapters: [adapter], language: 'en', graceMs, ...overrides };
}

async function subscribed(overrides: Parameters<typeof aSubscription>[0] = {}): Promise<Subscription> {
  const subscription = aSubscription({ createdAt: DUE - 2 * HOUR, ...overrides });
  await store.subscriptions.add(subscription, 0);
  return subscription;
}

/** Starts a process, lets one minute begin in it, and stops it. */
async function beatAt(at: number, overrides: Partial<JobPorts> = {}): Promise<void> {
  clock = createFakeClock(at - 1);
  const jobs = createJobs(jobPorts(overrides), null);
  jobs.start();
  await clock.advanceTo(at);
  await jobs.stop();
}

function sentTexts(): readonly string[] {
  return adapter.sent.map(({ message }) => messageText(message));
}

/** A store that never returns from its first claim, or its first composing, though the work is done. */
function dyingAfter(verb: 'compose' | 'claim'): Store {
  let isDead = false;
  const die = (): Promise<never> => new Promise(() => {});
  return {
    ...store,
    editions: {
      ...store.editions,
      async claim(...args) {
        const edition = await store.editions.claim(...args);
        if (verb !== 'claim' || isDead) return edition;
        isDead = true;
        return die();
      },
      async compose(...args) {
        if (isDead) return store.editions.compose(...args);
        isDead = true;
        await store.editions.compose(...args);
        return die();
      },
    },
  };
}

describe('a scheduled digest', () => {
  it('is posted at its time, in the zone of the subscription, into its channel', async () => {
    const { channel } = await subscribed();
    await storeStory(store, 'visit', [{ title: 'Tokayev in Islamabad', publishedAt: DUE - 2 * HOUR }]);
    createJobs(jobPorts(), null).start();

    await clock.advanceTo(DUE - 1);
    const before = adapter.sent.length;
    await clock.advanceTo(DUE);

    expect(before).toBe(0);
    expect(adapter.sent.map((sent) => sent.channel)).toEqual([channel]);
    expect(sentTexts()[0]).toContain('Tokayev in Islamabad');
    expect(sentTexts()[0]).not.toContain('comes late');
  });

  it('tells nothing twice, and a quiet day in one line', async () => {
    await subscribed();
    await storeStory(store, 'visit', [{ title: 'Tokayev in Islamabad', publishedAt: DUE - 2 * HOUR }]);

    await beatAt(DUE);
    await beatAt(DUE + DAY);

    expect(sentTexts()).toHaveLength(2);
    expect(sentTexts()[1]).toBe(
      'Kazakhstan–Pakistan, 10 Feb 2026, 08:00 – 11 Feb 2026, 08:00 (Asia/Almaty): nothing new.',
    );
  });

  it('begins with the first due time after the subscription, and looks back seven days', async () => {
    await subscribed({ createdAt: DUE + MINUTE });
    await storeStory(store, 'a-week-ago', [{ title: 'Six days old', publishedAt: DUE - 5 * DAY }]);
    await storeStory(store, 'older', [{ title: 'Nine days old', publishedAt: DUE - 8 * DAY }]);

    await beatAt(DUE + MINUTE);
    await beatAt(DUE + DAY);

    expect(sentTexts()).toHaveLength(1);
    expect(sentTexts()[0]).toContain('Six days old');
    expect(sentTexts()[0]).not.toContain('Nine days old');
  });

  it('covers the time since the last edition when that is longer than a week', async () => {
    await subscribed({ timing: { kind: 'schedule', cron: '0 8 10 * *' } });
    await beatAt(DUE);
    await storeStory(store, 'between', [{ title: 'Three weeks old', publishedAt: DUE + 7 * DAY }]);

    await beatAt(Date.parse('2026-03-10T03:00:00Z'));

    expect(sentTexts()[1]).toContain('Three weeks old');
  });

  it('makes up for the newest missed time only, and says that it is late', async () => {
    await subscribed({ timing: { kind: 'schedule', cron: '0 6,7,8 * * *' } });
    clock = createFakeClock(DUE + 2 * HOUR);
    createJobs(jobPorts(), null).start();

    await clock.advanceBy(5 * MINUTE);

    expect(sentTexts()).toHaveLength(1);
    expect(sentTexts()[0]).toContain('This edition was due 10 Feb 2026, 08:00 and comes late.');
    expect(sentTexts()[0]).toContain('It also covers what was due 10 Feb 2026, 07:00.');
  });

  it('lets a time go that was missed for too long, and tells its news with the next', async () => {
    await subscribed();
    await storeStory(store, 'visit', [{ title: 'Tokayev in Islamabad', publishedAt: DUE - 2 * HOUR }]);

    await beatAt(DUE + 7 * HOUR);
    const onTheDay = adapter.sent.length;
    await beatAt(DUE + DAY);

    expect(onTheDay).toBe(0);
    expect(sentTexts()[0]).toContain('Tokayev in Islamabad');
    expect(sentTexts()[0]).toContain('It also covers what was due 10 Feb 2026, 08:00.');
  });

  it('leaves out what an alert of its channel has told, unless somebody asked for both', async () => {
    const story = await storeStory(store, 'visit', [
      { title: 'Tokayev in Islamabad', publishedAt: DUE - 2 * HOUR },
    ]);
    for (const id of ['once', 'twice']) {
      const channel = { platform: 'console', id };
      const isAlsoInDigest = id === 'twice';
      const timing = { kind: 'at-once', quietHours: null, coolDownMs: 0, isAlsoInDigest } as const;
      await subscribed({ id, channel });
      await store.subscriptions.add(aSubscription({ id: `alert-${id}`, channel, timing }), null);
      const alert = {
        ...dueEdition(aSubscription({ id: `alert-${id}` }).id, DUE - HOUR),
        kind: 'alert' as const,
      };
      const edition = await store.editions.claim(alert, DUE - HOUR, 0);
      const told = aComposed(aMessage('An alert.'), [`article:${story.leadId}`]);
      await store.editions.compose(edition as Edition, told, channel);
    }

    await beatAt(DUE);

    const digests = adapter.sent.filter(({ message }) => messageText(message) !== 'An alert.');
    const telling = digests.filter(({ message }) => messageText(message).includes('Tokayev in Islamabad'));
    expect(digests).toHaveLength(2);
    expect(telling.map(({ channel }) => channel.id)).toEqual(['twice']);
  });

  it('is posted once by two processes', async () => {
    await subscribed();
    createJobs(jobPorts(), null).start();
    createJobs(jobPorts(), null).start();

    await clock.advanceTo(DUE + HOUR);

    expect(adapter.attempts).toHaveLength(1);
  });

  it('is neither lost nor repeated when its process dies after the claim', async () => {
    await subscribed();
    createJobs(jobPorts({ store: dyingAfter('claim'), clock: beatOnceAt(DUE) }), null).start();
    await settled();
    createJobs(jobPorts(), null).start();

    await clock.advanceTo(DUE + 2 * MINUTE);
    const whileClaimed = adapter.sent.length;
    await clock.advanceTo(DUE + 2 * HOUR);

    expect(whileClaimed).toBe(0);
    expect(adapter.sent).toHaveLength(1);
    expect(sentTexts()[0]).toContain('comes late');
  });

  it('is neither lost nor repeated when its process dies after composing', async () => {
    await subscribed();
    createJobs(jobPorts({ store: dyingAfter('compose'), clock: beatOnceAt(DUE) }), null).start();
    await settled();
    createJobs(jobPorts(), null).start();

    await clock.advanceTo(DUE + 2 * HOUR);

    expect(adapter.attempts).toHaveLength(1);
  });

  it('after a death still covers all the time since the last edition that was sent', async () => {
    await subscribed({ timing: { kind: 'schedule', cron: '0 8 10 * *' } });
    await beatAt(DUE);
    await storeStory(store, 'between', [{ title: 'Three weeks old', publishedAt: DUE + 7 * DAY }]);
    const nextDue = Date.parse('2026-03-10T03:00:00Z');
    await store.editions.claim(dueEdition(aSubscription().id, nextDue), nextDue, nextDue - 1);

    await beatAt(nextDue + HOUR);

    expect(sentTexts()[1]).toContain('Three weeks old');
  });

  it('of one channel does not wait for another that fails', async () => {
    await subscribed({ id: 'broken', timing: { kind: 'schedule', cron: 'not a schedule' } });
    await subscribed({ id: 'sound' });
    createJobs(jobPorts(), null).start();

    await clock.advanceTo(DUE);

    expect(adapter.sent).toHaveLength(1);
    expect(logger.lines.filter(({ level }) => level === 'error')[0]?.facts).toEqual({
      subscription: 'broken',
    });
  });

  it('does not wait for ever so many that fail', async () => {
    const broken = aSubscription({ timing: { kind: 'schedule', cron: 'not a schedule' } });
    for (let n = 0; n < 450; n += 1) await subscribed({ ...broken, id: `broken-${n}` });
    const { id } = await subscribed({ id: 'sound' });
    await store.subscriptions.setWake(id, 0, DUE);

    await beatAt(DUE);

    expect(adapter.sent).toHaveLength(1);
  });

  it('ends with the subscription', async () => {
    const { id } = await subscribed();
    await beatAt(DUE);

    await store.subscriptions.remove(id);
    await beatAt(DUE + DAY);

    expect(adapter.sent).toHaveLength(1);
  });
});

/** The clock of another process that sees one minute begin, and then no more. */
function beatOnceAt(at: number): JobPorts['clock'] {
  return {
    ...clock,
    now: () => at,
    everyMinute(beat) {
      void beat();
      return () => {};
    },
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
