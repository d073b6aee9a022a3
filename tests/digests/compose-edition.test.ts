import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { composeEdition } from '../../src/digests/compose-edition.ts';
import type { EditionRequest } from '../../src/digests/edition-request.ts';
import type { AgreementTold, EditionPlan } from '../../src/domain/edition-plan.ts';
import type { ArticleId, SubscriptionId } from '../../src/domain/identity.ts';
import type { AgreementStep, NewsEvent } from '../../src/domain/ledger.ts';
import { EVERYTHING, type Interest } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { aDraft } from '../fixtures/an-article.ts';

const NOW = Date.parse('2026-02-10T03:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ID = 'sub-1' as SubscriptionId;

const relationship = aRelationship({
  anniversaries: [
    { id: 'relations', name: 'Diplomatic relations established', on: '1992-02-24' },
    { id: 'leap', name: 'A treaty signed', on: '2024-02-29' },
    { id: 'independence', name: 'Independence Day', on: '1991-12-16' },
  ],
});

let store: Store;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  await store.subscriptions.add(aSubscription({ id: ID }), 0);
});

afterEach(() => store.close());

function anEditionRequest(overrides: Partial<EditionRequest> = {}): EditionRequest {
  return {
    period: { fromAt: NOW - DAY, toAt: NOW, zone: 'Asia/Almaty' },
    lookFromAt: NOW - 7 * DAY,
    language: 'en',
    interest: EVERYTHING,
    mutes: [],
    length: 'standard',
    toldTo: [ID],
    due: { at: NOW, isLate: false, folded: [] },
    ...overrides,
  };
}

function wanting(interest: Partial<Interest>): EditionRequest {
  return anEditionRequest({ interest: { ...EVERYTHING, ...interest } });
}

function onRequest(overrides: Partial<EditionRequest> = {}): EditionRequest {
  return anEditionRequest({ lookFromAt: NOW - DAY, toldTo: [], due: null, ...overrides });
}

function compose(request: EditionRequest): Promise<EditionPlan> {
  return composeEdition(request, { store, relationship });
}

/** Records an edition as the job does, so that what it told counts as told. */
async function publish(plan: EditionPlan, dueAt = NOW): Promise<void> {
  const edition = await store.editions.claim(dueEdition(ID, dueAt), dueAt, dueAt - 1);
  if (edition === null) throw new Error('the edition was claimed before');
  await store.editions.compose(edition, aComposed(aMessage(), plan.told), aSubscription().channel);
}

function titles({ stories }: EditionPlan): readonly string[] {
  return stories.rows.map(({ story }) => story.title);
}

/** Wherever the plan tells them: as its headline, as a development, or new. */
function agreementsIn({ headline, developments, agreements }: EditionPlan): readonly AgreementTold[] {
  return [...(headline === null ? [] : [headline]), ...developments.rows]
    .flatMap((row) => ('told' in row ? [row.told] : []))
    .concat(agreements.rows);
}

function eventsIn({ headline, developments, events }: EditionPlan): readonly NewsEvent[] {
  return [...(headline === null ? [] : [headline]), ...developments.rows]
    .flatMap((row) => ('event' in row ? [row.event] : []))
    .concat(events.rows);
}

function recordEvents(...events: readonly Parameters<typeof anEvent>[0][]): Promise<void> {
  return store.ledger.replace({ events: events.map(anEvent), agreements: [] }, []);
}

function evidenceOf(id: ArticleId | undefined) {
  return { evidence: [{ articleId: id as ArticleId, start: 0, end: 10 }] };
}

describe('new stories', () => {
  it('come with most independent origins first, then those that both sides report', async () => {
    const at = NOW - HOUR;
    await storeStory(store, 'one-side', [{ publishedAt: at }], { sides: ['KZ'] });
    await storeStory(store, 'both-sides', [{ publishedAt: at - HOUR }], { sides: ['KZ', 'PK'] });
    await storeStory(
      store,
      'copied',
      [1, 1, 1].map((origin) => ({ publishedAt: at, origin })),
      { sides: ['KZ'] },
    );
    await storeStory(store, 'independent', [{ publishedAt: at }, { publishedAt: at }], { sides: ['KZ'] });

    const plan = await compose(anEditionRequest());

    expect(titles(plan)).toEqual(['independent', 'both-sides', 'copied', 'one-side']);
  });

  it('quote the lead article, or the earliest in the reader’s language', async () => {
    await storeStory(store, 'visit', [
      {
        language: 'ru',
        title: 'Токаев прибыл',
        text: 'АСТАНА. КАЗИНФОРМ – Президент прибыл сегодня в Исламабад.',
        publishedAt: NOW - 3 * HOUR,
      },
      { text: 'ISLAMABAD: The president arrived here on Tuesday. He rested.', publishedAt: NOW - 2 * HOUR },
    ]);

    const english = (await compose(anEditionRequest())).stories.rows[0];
    const urdu = (await compose(anEditionRequest({ language: 'ur' }))).stories.rows[0];

    expect(english?.passages[0]?.text).toBe('The president arrived here on Tuesday.');
    expect(urdu?.passages[0]?.text).toBe('Президент прибыл сегодня в Исламабад.');
  });

  it('are told once, also when another article joins them', async () => {
    const articles = [{ publishedAt: NOW - HOUR }];
    await storeStory(store, 'visit', articles);
    await publish(await compose(anEditionRequest()));
    await storeStory(store, 'visit', [...articles, { publishedAt: NOW + HOUR }], {});

    const next = await compose(anEditionRequest({ period: { fromAt: NOW, toAt: NOW + DAY, zone: 'UTC' } }));

    expect(next.stories).toEqual({ rows: [], total: 0 });
  });

  it('are told although they reached the archive only after the edition of their day', async () => {
    await publish(await compose(anEditionRequest()));
    await storeStory(store, 'late', [{ publishedAt: NOW - 2 * HOUR }]);

    const next = await compose(
      anEditionRequest({
        period: { fromAt: NOW, toAt: NOW + DAY, zone: 'UTC' },
        lookFromAt: NOW - 6 * DAY,
      }),
    );

    expect(titles(next)).toEqual(['late']);
  });

  it('beyond the twelfth are counted, and not told again', async () => {
    for (let n = 0; n < 15; n += 1) await storeStory(store, `story-${n}`, [{ publishedAt: NOW - HOUR - n }]);

    const plan = await compose(anEditionRequest());
    await publish(plan);
    const next = await compose(anEditionRequest());

    expect(plan.stories.rows).toHaveLength(12);
    expect(plan.stories.total).toBe(15);
    expect(next.stories.total).toBe(0);
  });

  it('are only those on the topics and people that were asked for', async () => {
    const at = [{ publishedAt: NOW - HOUR }];
    await storeStory(store, 'trade', at, { topicIds: ['trade'], personIds: ['dar'] });
    await storeStory(store, 'defence', at, { topicIds: ['defence'], personIds: ['munir'] });

    expect(titles(await compose(wanting({ topicIds: ['defence', 'energy'] })))).toEqual(['defence']);
    expect(titles(await compose(wanting({ personIds: ['dar'] })))).toEqual(['trade']);
    expect(titles(await compose(wanting({ topicIds: ['trade'], personIds: ['munir'] })))).toEqual([]);
  });

  it('on request are those that began within the period, told before or not', async () => {
    await storeStory(store, 'inside', [{ publishedAt: NOW - HOUR }]);
    await storeStory(store, 'earlier', [{ publishedAt: NOW - 3 * DAY }, { publishedAt: NOW - HOUR }]);
    await storeStory(store, 'later', [{ publishedAt: NOW + HOUR }]);
    await publish(await compose(anEditionRequest()));

    expect(titles(await compose(onRequest()))).toEqual(['inside']);
  });
});

describe('visits and meetings', () => {
  it('are those held in the days looked at, and those whose plans were reported then', async () => {
    const fresh = await storeStory(store, 'fresh', [{ publishedAt: NOW - HOUR }]);
    const old = await storeStory(store, 'old', [{ publishedAt: NOW - 30 * DAY }]);
    const now = evidenceOf(fresh.leadId);
    await recordEvents(
      { id: 'held-now', fromDay: '2026-02-09', toDay: '2026-02-09', ...now },
      { id: 'held-long-ago', fromDay: '2025-04-23', toDay: '2025-04-24', ...now },
      { id: 'held-some-time', fromDay: '2026-01-01', toDay: '2026-12-31', precision: 'year', ...now },
      { id: 'announced', status: 'announced', fromDay: '2026-06-01', toDay: '2026-06-02', ...now },
      { id: 'put-off', status: 'postponed', fromDay: '2026-01-20', toDay: '2026-01-21', ...now },
      {
        id: 'announced-before',
        status: 'announced',
        fromDay: '2026-06-03',
        toDay: '2026-06-03',
        ...evidenceOf(old.leadId),
      },
    );

    const plan = await compose(onRequest());

    expect(
      eventsIn(plan)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['announced', 'held-now', 'put-off']);
    expect(plan.articles.get(fresh.leadId)?.id).toBe(fresh.leadId);
  });

  it('are told again only with another status or day', async () => {
    const { leadId } = await storeStory(store, 'visit', [{ publishedAt: NOW - HOUR }]);
    const visit = { fromDay: '2026-02-08', toDay: '2026-02-09', ...evidenceOf(leadId) };
    await recordEvents({ ...visit, status: 'announced' });
    const first = await compose(anEditionRequest());
    await publish(first);
    const second = await compose(anEditionRequest());
    await recordEvents({ ...visit, status: 'held', title: 'Visit of Tokayev' });
    const third = await compose(anEditionRequest());

    expect([first, second, third].map((plan) => eventsIn(plan).map(({ status }) => status))).toEqual([
      ['announced'],
      [],
      ['held'],
    ]);
  });
});

describe('agreements', () => {
  const SIGNED = { status: 'signed', onDay: '2026-02-09', precision: 'day' } as const;
  const READY = { status: 'ready-to-sign', onDay: '2026-02-05', precision: 'day' } as const;
  let signed: AgreementStep;
  let ready: AgreementStep;

  beforeEach(async () => {
    const { article } = await store.articles.save(aDraft({ url: 'https://example.org/signing' }), NOW);
    signed = { ...SIGNED, ...evidenceOf(article.id) };
    ready = { ...READY, ...evidenceOf(article.id) };
  });

  it('are those that took a step in the days looked at, by its furthest step', async () => {
    const step = (status: 'signed' | 'mentioned', onDay: string) => ({ ...signed, status, onDay }) as const;
    const agreements = [
      anAgreement({ id: 'declaration', steps: [ready, signed] }),
      anAgreement({ id: 'old', steps: [step('signed', '2025-09-09')] }),
      anAgreement({ id: 'mentioned', status: 'mentioned', steps: [step('mentioned', '2026-02-09')] }),
      anAgreement({ id: 'some-time', steps: [{ ...signed, onDay: '2026-01-01', precision: 'year' }] }),
    ];
    await store.ledger.replace({ events: [], agreements }, []);

    const rows = agreementsIn(await compose(anEditionRequest()));

    expect(rows.map(({ agreement, step: { status } }) => [agreement.id, status])).toEqual([
      ['declaration', 'signed'],
    ]);
  });

  it('come with the furthest first, then those that most sources tell of', async () => {
    const evidence = [...signed.evidence, { articleId: 'a-2' as ArticleId, start: 0, end: 1 }];
    const agreements = [
      anAgreement({ id: 'a-ready', steps: [ready] }),
      anAgreement({ id: 'b-signed', steps: [signed] }),
      anAgreement({ id: 'c-signed-and-known', steps: [{ ...signed, evidence }] }),
    ];
    await store.ledger.replace({ events: [], agreements }, []);

    const rows = agreementsIn(await compose(anEditionRequest()));

    expect(rows.map(({ agreement }) => agreement.id)).toEqual(['c-signed-and-known', 'b-signed', 'a-ready']);
  });

  it('are told again when they take a further step', async () => {
    const told = async () => agreementsIn(await compose(anEditionRequest())).map(({ step }) => step.status);
    await store.ledger.replace({ events: [], agreements: [anAgreement({ steps: [ready] })] }, []);
    const first = await told();
    await publish(await compose(anEditionRequest()));
    const second = await told();
    await store.ledger.replace({ events: [], agreements: [anAgreement({ steps: [ready, signed] })] }, []);
    const third = await told();

    expect([first, second, third]).toEqual([['ready-to-sign'], [], ['signed']]);
  });

  it('follow the topics of their stories', async () => {
    const story = await storeStory(store, 'signing', [{ publishedAt: NOW - HOUR }], { topicIds: ['trade'] });
    await store.ledger.replace(
      { events: [], agreements: [anAgreement({ steps: [{ ...signed, ...evidenceOf(story.leadId) }] })] },
      [],
    );

    const total = async (topicId: string) =>
      agreementsIn(await compose(wanting({ topicIds: [topicId] }))).length;

    expect(await total('trade')).toBe(1);
    expect(await total('defence')).toBe(0);
  });
});

describe('what is ahead', () => {
  const days = ({ ahead }: EditionPlan) => ahead.rows.map(({ day, kind }) => `${day} ${kind}`);

  it('are announced events and anniversaries of the next fourteen days, the nearest first', async () => {
    const old = await storeStory(store, 'old', [{ publishedAt: NOW - 30 * DAY }]);
    const announced = { status: 'announced', ...evidenceOf(old.leadId) } as const;
    await recordEvents(
      { id: 'near', fromDay: '2026-02-20', toDay: '2026-02-21', ...announced },
      { id: 'far', fromDay: '2026-02-25', toDay: '2026-02-25', ...announced },
      { id: 'vague', fromDay: '2026-02-11', toDay: '2026-02-28', precision: 'month', ...announced },
      { id: 'called-off', fromDay: '2026-02-12', toDay: '2026-02-12', ...announced, status: 'cancelled' },
    );

    const plan = await compose(anEditionRequest());

    expect(days(plan)).toEqual(['2026-02-20 event', '2026-02-24 anniversary']);
    expect(plan.ahead.rows[1]).toMatchObject({ years: 34 });
  });

  it('is said once, and not beside the announcement itself', async () => {
    const fresh = await storeStory(store, 'fresh', [{ publishedAt: NOW - HOUR }]);
    await recordEvents({
      status: 'announced',
      fromDay: '2026-02-20',
      toDay: '2026-02-21',
      ...evidenceOf(fresh.leadId),
    });

    const first = await compose(anEditionRequest());
    await publish(first);
    const second = await compose(anEditionRequest());

    expect(eventsIn(first)).toHaveLength(1);
    expect(days(first)).toEqual(['2026-02-24 anniversary']);
    expect(days(second)).toEqual([]);
  });

  it('keeps 29 February on the 28th, crosses the year, and leaves anniversaries to those who did not choose topics', async () => {
    const on = (day: string, topicIds: readonly string[] = []) => {
      const toAt = Date.parse(`${day}T12:00:00Z`);
      return compose(
        onRequest({
          period: { fromAt: toAt - DAY, toAt, zone: 'UTC' },
          lookFromAt: toAt - DAY,
          interest: { ...EVERYTHING, topicIds },
        }),
      );
    };

    expect(days(await on('2026-02-26'))).toEqual(['2026-02-28 anniversary']);
    expect(days(await on('2028-02-28'))).toEqual(['2028-02-29 anniversary']);
    expect(days(await on('2026-12-10'))).toEqual(['2026-12-16 anniversary']);
    expect(days(await on('2026-12-17'))).toEqual([]);
    expect(days(await on('2026-02-20', ['trade']))).toEqual([]);
  });
});
