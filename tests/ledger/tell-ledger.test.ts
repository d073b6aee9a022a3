import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, StoryId } from '../../src/domain/identity.ts';
import type { AgreementObservation, AgreementStatus, Observation } from '../../src/domain/ledger.ts';
import { tellLedger } from '../../src/ledger/tell-ledger.ts';
import type { Store } from '../../src/ports/store.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anObservation } from '../fixtures/a-ledger-entry.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft } from '../fixtures/an-article.ts';

const index = createProfileIndex(aKnownPair());
const ALL = { limit: 100, offset: 0 };
const NAMES = ['one', 'two', 'three', 'four'] as const;
const RUNS = 50;

type Name = (typeof NAMES)[number];

let store: Store;
let ids: ReadonlyMap<Name, ArticleId>;

beforeEach(async () => {
  store = await anEmptyStore();
  ids = await storeArticles(store);
});

afterEach(() => store.close());

describe('telling the ledger', () => {
  it('makes one event of what several articles say, with the stories they are in', async () => {
    await storeStory({ id: 's-1', names: ['one', 'two'] });

    await tell('one', [visit({ status: 'announced' })]);
    await tell('two', [visit({ start: 30, end: 60 })]);

    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ status: 'held', storyIds: ['s-1'] });
    expect(event?.evidence.map(({ articleId }) => articleId).sort()).toEqual(
      [idOf('one'), idOf('two')].sort(),
    );
  });

  it('withdraws what an article said before it was revised', async () => {
    await tell('one', [visit({}), step('signed')]);

    await tell('one', []);

    expect(await events()).toEqual([]);
    expect(await agreements()).toEqual([]);
  });

  it('moves an event whose article now gives another day', async () => {
    await tell('one', [visit({})]);

    await tell('one', [visit({ fromDay: '2026-03-03', toDay: '2026-03-04' })]);

    expect((await events()).map(({ fromDay }) => fromDay)).toEqual(['2026-03-03']);
  });

  it('keeps what other articles said when one is withdrawn', async () => {
    await tell('one', [visit({ fromDay: '2026-02-03', toDay: '2026-02-05' }), step('signed')]);
    await tell('two', [visit({ fromDay: '2026-02-04', toDay: '2026-02-04' }), step('mentioned')]);

    await tell('one', []);

    expect(await events()).toMatchObject([{ fromDay: '2026-02-04', toDay: '2026-02-04' }]);
    expect(await agreements()).toMatchObject([{ status: 'mentioned' }]);
  });

  it('joins two events when an article bridges the days between them, and parts them when it is withdrawn', async () => {
    await tell('one', [visit({ fromDay: '2026-02-01', toDay: '2026-02-01' })]);
    await tell('two', [visit({ fromDay: '2026-02-05', toDay: '2026-02-05' })]);
    const apart = await events();

    await tell('three', [visit({ fromDay: '2026-02-03', toDay: '2026-02-03' })]);
    const joined = await events();
    await tell('three', []);

    expect(apart).toHaveLength(2);
    expect(joined).toMatchObject([{ fromDay: '2026-02-01', toDay: '2026-02-05' }]);
    expect(await events()).toEqual(apart);
  });

  it('gathers the steps of an agreement over the years', async () => {
    await tell('one', [step('signed', '2026-02-04')]);
    await tell('two', [step('negotiated', '2023-05-01')]);

    expect(await agreements()).toMatchObject([
      {
        status: 'signed',
        steps: [
          { status: 'negotiated', onDay: '2023-05-01' },
          { status: 'signed', onDay: '2026-02-04' },
        ],
      },
    ]);
  });

  it('does not believe a rewrite that goes beyond its original', async () => {
    await storeStory({ id: 's-1', names: ['one', 'two'], isOneOrigin: true });

    await tellAll(['two', 'one'], [[step('ready-to-sign', '2025-04-23')], [step('signed', '2025-04-23')]]);

    expect(await agreements()).toMatchObject([{ status: 'ready-to-sign', steps: [{}] }]);
  });

  it('believes an independent report of the same story', async () => {
    await storeStory({ id: 's-1', names: ['one', 'two'] });

    await tell('one', [step('ready-to-sign', '2025-04-23')]);
    await tell('two', [step('signed', '2025-04-23')]);

    expect(await agreements()).toMatchObject([{ status: 'signed' }]);
  });

  it('gives the same whatever the order in which articles are told', async () => {
    await storeCopies();

    await fc.assert(
      fc.asyncProperty(tellings(), orders(), async (told, order) => {
        await tellAll([...NAMES], told);
        const expected = await ledger();
        await tellAll([...NAMES], []);

        await tellAll(order, told);

        expect(await ledger()).toEqual(expected);
        await tellAll([...NAMES], []);
        expect(await ledger()).toEqual({ events: [], agreements: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same after a revision as if the article had always been as it is now', async () => {
    await storeCopies();

    await fc.assert(
      fc.asyncProperty(tellings(), tellings(), orders(), async (first, revised, order) => {
        await tellAll([...NAMES], revised);
        const expected = await ledger();
        await tellAll([...NAMES], []);
        await tellAll([...NAMES], first);

        await tellAll(order, revised);

        expect(await ledger()).toEqual(expected);
        await tellAll([...NAMES], []);
      }),
      { numRuns: RUNS },
    );
  });
});

function tell(name: Name, told: readonly Observation[]): Promise<void> {
  const articleId = idOf(name);
  return tellLedger(
    articleId,
    told.map((each) => ({ ...each, articleId })),
    index,
    store,
  );
}

/** The second is a copy of the first and is told again after it, as accepting articles does. */
async function tellAll(order: readonly Name[], told: readonly (readonly Observation[])[]): Promise<void> {
  for (const name of order) {
    await tell(name, told[NAMES.indexOf(name)] ?? []);
    if (name === 'one')
      await tellLedger(idOf('two'), await store.ledger.observationsOf(idOf('two')), index, store);
  }
}

async function ledger() {
  return { events: await events(), agreements: await agreements() };
}

async function storeCopies(): Promise<void> {
  await storeStory({ id: 's-1', names: ['one', 'two'], isOneOrigin: true });
  await storeStory({ id: 's-2', names: ['three'] });
}

function tellings() {
  return fc.tuple(...NAMES.map(() => fc.array(observations(), { maxLength: 3 })));
}

function orders() {
  return fc.shuffledSubarray([...NAMES], { minLength: NAMES.length });
}

async function events() {
  return (await store.ledger.events({}, ALL)).rows;
}

async function agreements() {
  return (await store.ledger.agreements({}, ALL)).rows;
}

function visit(choices: Parameters<typeof anObservation>[0]): Observation {
  return anObservation({ key: 'visit|tokayev|PK', ...choices });
}

function step(status: AgreementStatus, day = '2026-02-04', toDay = day): AgreementObservation {
  const { start, end, articleId } = anObservation();
  const precision = day === toDay ? 'day' : 'month';
  const days = { fromDay: day, toDay, precision } as const;
  const instrument = { agreementId: 'peacekeeping', name: 'Agreement on peacekeeping' } as const;
  return {
    ...{ about: 'agreement', key: `agreement|peacekeeping|${status}`, articleId, kind: 'agreement', status },
    ...{ ...instrument, ...days, start, end },
  };
}

/** Visits and steps on a few near and far days, and in whole months. */
function observations(): fc.Arbitrary<Observation> {
  const days = fc.constantFrom(
    '2026-01-30',
    '2026-02-01',
    '2026-02-03',
    '2026-02-06',
    '2026-02-20',
    '2026-05-01',
  );
  const statuses = fc.constantFrom<AgreementStatus>('mentioned', 'negotiated', 'ready-to-sign', 'signed');
  return fc.oneof(
    days.map((day) => visit({ fromDay: day, toDay: day })),
    fc.constant(visit({ fromDay: '2026-02-01', toDay: '2026-02-28', precision: 'month' })),
    fc.tuple(statuses, days).map(([status, day]) => step(status, day)),
    statuses.map((status) => step(status, '2026-02-01', '2026-02-28')),
  );
}

interface StoryChoices {
  readonly id: string;
  readonly names: readonly Name[];
  readonly isOneOrigin?: boolean;
}

async function storeStory({ id, names, isOneOrigin = false }: StoryChoices): Promise<void> {
  const articleIds = names.map(idOf);
  const groups = isOneOrigin ? [articleIds] : articleIds.map((one) => [one]);
  const origins = groups.map((group, at) => ({
    id: `o-${id}-${at}`,
    leadId: group[0] as ArticleId,
    articleIds: group,
  }));
  await store.stories.replace([aStory({ id: id as StoryId, articleIds, origins })], []);
}

async function storeArticles({ articles }: Store): Promise<ReadonlyMap<Name, ArticleId>> {
  const stored = new Map<Name, ArticleId>();
  for (const name of NAMES) {
    const { article } = await articles.save(aDraft({ url: `https://example.org/${name}` }), 1);
    stored.set(name, article.id);
  }
  return stored;
}

function idOf(name: Name): ArticleId {
  return ids.get(name) ?? ('' as ArticleId);
}
