import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { AgreementObservation } from '../../src/domain/ledger.ts';
import { aFollowedChannel, type FollowedChannel } from '../fixtures/a-followed-channel.ts';
import { anAgreement } from '../fixtures/a-ledger-entry.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { anAlert } from '../fixtures/an-alert.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 10:00 in Almaty, a Tuesday. */
const START = Date.parse('2026-02-10T05:00:00Z');
const CREATED = { createdAt: START };

let channel: FollowedChannel;

beforeEach(async () => {
  channel = await aFollowedChannel(START);
});

afterEach(() => channel.close());

describe('an alert', () => {
  it('comes within a minute of the article, once, and says what is followed', async () => {
    await channel.subscribe(anAlert({}, { ...CREATED, topicIds: ['transport'] }));

    await channel.report(START + 10 * MINUTE + 1, 'Rail line agreed');
    await channel.passTo(START + 11 * MINUTE);
    const soon = channel.sent();
    await channel.passTo(START + 5 * HOUR);

    expect(soon).toHaveLength(1);
    expect(soon[0]).toContain('# Alert: news about transport');
    expect(soon[0]).toContain('Rail line agreed');
    expect(channel.sent()).toHaveLength(1);
  });

  it('does not come for what nobody follows, for backlog, or for what was there before', async () => {
    await channel.report(START - 2 * HOUR, 'There before');
    await channel.subscribe(anAlert({}, { ...CREATED, topicIds: ['transport'] }));

    await channel.report(START + MINUTE, 'On chess', { story: { topicIds: ['sport'] } });
    await channel.report(START + 2 * MINUTE, 'From long ago', { told: [{ isBacklog: true }] });
    await channel.passTo(START + HOUR);

    expect(channel.sent()).toEqual([]);
  });

  it('tells a step of the agreement that is followed, and no story beside it', async () => {
    await channel.subscribe(anAlert({}, { ...CREATED, agreementIds: ['transit'] }));
    const { leadId } = await channel.report(START + MINUTE, 'Transit signed');
    const evidence = [{ articleId: leadId, start: 0, end: 7 }];
    await channel.store.ledger.saveObservations(leadId, [signing(leadId)]);
    const steps = [{ status: 'signed', onDay: '2026-02-10', precision: 'day', evidence }] as const;
    await channel.store.ledger.replace(
      { events: [], agreements: [anAgreement({ id: 'transit', name: 'Transit Agreement', steps })] },
      [],
    );

    await channel.passTo(START + 5 * MINUTE);

    expect(channel.sent()).toHaveLength(1);
    expect(channel.sent()[0]).toContain('Transit Agreement');
    expect(channel.sent()[0]).not.toContain('New stories');
  });

  it('waits for the cool-down to end, and then tells all that happened meanwhile at once', async () => {
    await channel.subscribe(anAlert({ coolDownMs: 2 * HOUR }, CREATED));

    await channel.report(START + 1, 'First');
    await channel.report(START + 10 * MINUTE, 'Second');
    await channel.report(START + 20 * MINUTE, 'Third');
    await channel.passTo(START + 2 * HOUR);
    const before = channel.sent().length;
    await channel.passTo(START + 2 * HOUR + 2 * MINUTE);

    expect(before).toBe(1);
    expect(channel.sent()).toHaveLength(2);
    expect(channel.sent()[1]).toContain('Second');
    expect(channel.sent()[1]).toContain('Third');
    expect(channel.sent()[1]).not.toContain('First');
  });

  it('is silent while it rests, and tells what happened meanwhile when it runs again', async () => {
    const { id, ...alert } = anAlert({}, CREATED);
    await channel.subscribe({ ...alert, id });
    await channel.store.subscriptions.pauseOne(id, 'asked', START + 1);

    await channel.report(START + MINUTE, 'While it rested');
    await channel.passTo(START + HOUR);
    const resting = channel.sent().length;
    await channel.store.subscriptions.resume(id, START + HOUR, START + HOUR + 1);
    await channel.passTo(START + HOUR + MINUTE);

    expect(resting).toBe(0);
    expect(channel.sent()).toHaveLength(1);
    expect(channel.sent()[0]).toContain('While it rested');
  });

  it('leaves out what its channel has muted', async () => {
    const alert = anAlert({}, CREATED);
    await channel.subscribe(alert);
    await channel.store.mutes.add(alert.channel, { kind: 'topic', id: 'sport' }, START);

    await channel.report(START + MINUTE, 'Chess', { story: { topicIds: ['sport'] } });
    await channel.report(START + 2 * MINUTE, 'Trains');
    await channel.passTo(START + HOUR);

    expect(channel.sent()).toHaveLength(1);
    expect(channel.sent()[0]).not.toContain('Chess');
  });
});

describe('alert and digest of one channel', () => {
  const digest = aSubscription({
    id: 'digest-1',
    timing: { kind: 'schedule', cron: '0 12 * * *' },
    ...CREATED,
  });
  /** 12:00 in Almaty. */
  const NOON = START + 2 * HOUR;

  it('never tell the same twice: the digest leaves out what the alert told', async () => {
    await channel.subscribe(anAlert({}, CREATED));
    await channel.subscribe(digest);

    await channel.report(START + MINUTE, 'Trains');
    await channel.passTo(NOON + HOUR);

    expect(channel.sent()).toHaveLength(2);
    expect(channel.sent()[1]).toContain('nothing new');
  });

  it('tell it both when somebody asked for that', async () => {
    await channel.subscribe(anAlert({ isAlsoInDigest: true }, CREATED));
    await channel.subscribe(digest);

    await channel.report(START + MINUTE, 'Trains');
    await channel.passTo(NOON + HOUR);

    expect(channel.sent()[1]).toContain('Trains');
  });

  it('never tell the same twice: the alert leaves out what the digest told while it was held', async () => {
    const quietHours = { fromMinute: 10 * 60, toMinute: 13 * 60, letsImportantThrough: false };
    await channel.subscribe(anAlert({ quietHours }, CREATED));
    await channel.subscribe(digest);

    await channel.report(START + MINUTE, 'Trains');
    await channel.passTo(NOON + 3 * HOUR);

    expect(channel.sent()).toHaveLength(1);
    expect(channel.sent()[0]).toContain('Trains');
  });
});

describe('several processes', () => {
  it('post an alert once', async () => {
    channel.begin();
    channel.begin();
    await channel.subscribe(anAlert({}, CREATED));

    await channel.report(START + MINUTE, 'Trains');
    await channel.passTo(START + HOUR);

    expect(channel.sent()).toHaveLength(1);
  });

  it('wait for each other in a channel with an alert, and then tell nothing twice', async () => {
    await channel.subscribe(anAlert({}, CREATED));
    const timing = { kind: 'schedule', cron: '0 11 * * *' } as const;
    await channel.subscribe(aSubscription({ id: 'digest-1', timing, ...CREATED }));
    const until = START + HOUR + 3 * MINUTE;
    await channel.store.leases.hold('channel console here', 'another process', START, until);

    await channel.report(START + HOUR - MINUTE, 'Trains');
    await channel.passTo(until - MINUTE);
    const meanwhile = channel.sent().length;
    await channel.passTo(START + 2 * HOUR);

    expect(meanwhile).toBe(0);
    expect(channel.sent().filter((text) => text.includes('Trains'))).toHaveLength(1);
  });

  it('take up the alert of one that died after claiming it', async () => {
    const alert = anAlert({}, CREATED);
    await channel.subscribe(alert);
    const wokenAt = START + 2 * MINUTE;
    await channel.report(wokenAt - 1, 'Trains');
    const due = { subscriptionId: alert.id, kind: 'alert', coversFrom: null, corrects: null } as const;
    await channel.store.editions.claim({ ...due, dueAt: wokenAt }, wokenAt, 0);

    await channel.passTo(START + 5 * MINUTE);
    const whileClaimed = channel.sent().length;
    await channel.passTo(START + 10 * MINUTE);

    expect(whileClaimed).toBe(0);
    expect(channel.sent()).toHaveLength(1);
  });

  it('take up the change that one looked at before it died', async () => {
    await channel.subscribe(anAlert({}, CREATED));
    await channel.passTo(START + MINUTE);
    await channel.report(START + MINUTE + 1, 'Trains');
    await channel.store.changes.take(10);

    await channel.passTo(START + HOUR);
    const asleep = channel.sent().length;
    channel.begin();
    await channel.passTo(START + HOUR + MINUTE);

    expect(asleep).toBe(0);
    expect(channel.sent()).toHaveLength(1);
  });
});

function signing(articleId: ArticleId): AgreementObservation {
  return {
    ...{ articleId, key: 'agreement:transit', start: 0, end: 7 },
    ...{ fromDay: '2026-02-10', toDay: '2026-02-10', precision: 'day' },
    ...{ agreementId: 'transit', name: 'Transit Agreement' },
    ...{ about: 'agreement', kind: 'agreement', status: 'signed' },
  };
}
