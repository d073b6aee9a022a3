import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditionPlan } from '../../src/domain/edition-plan.ts';
import type { EditionId } from '../../src/domain/identity.ts';
import { AGREEMENT_STATUSES, EVENT_STATUSES } from '../../src/domain/ledger.ts';
import { EVERYTHING } from '../../src/domain/subscription.ts';
import { editionMessage } from '../../src/messages/edition-message.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aPlan, MATERIAL_NOW } from '../fixtures/a-material.ts';
import { anOffice, aPerson, aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { aStory } from '../fixtures/a-story.ts';
import { aMessage } from '../fixtures/a-subscription.ts';
import { anArticle } from '../fixtures/an-article.ts';
import { messageText } from '../fixtures/message-text.ts';

const RECENT = Date.parse('2026-02-09T12:00:00Z');
const article = anArticle({ publishedAt: RECENT });
const evidence = [{ articleId: article.id, start: 0, end: 10 }];
const signed = { status: 'signed', onDay: '2026-02-09', precision: 'day', evidence } as const;
const stateVisit = anEvent({ fromDay: '2026-02-08', toDay: '2026-02-09', evidence });

function textOf(plan: EditionPlan, relationship = aRelationship()): string {
  return messageText(editionMessage(plan, { language: 'en', relationship, zone: 'Asia/Almaty' }));
}

describe('the headline', () => {
  it('is what has changed most, and is not told once more below', () => {
    const plan = aPlan({
      articles: [article],
      snapshot: { events: [stateVisit], agreements: [anAgreement({ steps: [signed] })] },
    });

    expect(plan.headline).toMatchObject({ kind: 'new-agreement' });
    expect(plan.agreements).toEqual({ rows: [], total: 0 });
    expect(plan.events.rows).toEqual([stateVisit]);
    expect(textOf(plan)).toContain(
      '1 visit or meeting, 1 agreement.\nWhat matters most\n- Joint Declaration',
    );
  });

  it('is a state visit, rather than a memorandum signed', () => {
    const memorandum = anAgreement({ kind: 'memorandum', steps: [signed] });

    const plan = aPlan({
      articles: [article],
      snapshot: { events: [stateVisit], agreements: [memorandum] },
    });

    expect(plan.headline).toEqual({ kind: 'new-event', event: stateVisit });
  });

  it('is none where nothing of weight has happened', () => {
    const meeting = anEvent({
      kind: 'meeting',
      visitKind: null,
      fromDay: '2026-02-09',
      toDay: '2026-02-09',
      evidence,
    });

    expect(aPlan({ articles: [article], snapshot: { events: [meeting] } }).headline).toBeNull();
  });
});

describe('an event', () => {
  it('that has begun and is not over is under way', () => {
    const visit = { ...stateVisit, toDay: '2026-02-11' };

    const plan = aPlan({ articles: [article], snapshot: { events: [visit] } });

    expect(plan.headline).toMatchObject({ event: { status: 'under-way' } });
  });
});

describe('people in and out of office', () => {
  const person = aPerson({
    id: 'asif',
    name: 'Khawaja Asif',
    tenures: [{ officeId: 'pk-defence', from: '2026-02-08', to: null, seen: [] }],
  });
  const relationship = aRelationship({
    people: [person],
    offices: [anOffice({ id: 'pk-defence', title: 'Defence Minister', side: 'PK' })],
  });

  it('are told from the profile, and once', () => {
    const first = aPlan({ relationship });
    const second = aPlan({ relationship, told: first.told });

    expect(textOf(first, relationship)).toContain(
      'In and out of office\n- 8 Feb 2026 · Khawaja Asif became Defence Minister, PK · from the profile',
    );
    expect(second.offices.total).toBe(0);
  });

  it('are only those whom the reader follows', () => {
    const following = (personId: string) =>
      aPlan({ relationship, request: { interest: { ...EVERYTHING, personIds: [personId] } } }).offices.total;

    expect(following('asif')).toBe(1);
    expect(following('tokayev')).toBe(0);
  });
});

describe('coverage', () => {
  const silences = [{ kind: 'side', of: 'PK', lastDay: '2026-01-20', everyDays: 2 }] as const;

  it('tells of a silence once, in all but short editions', () => {
    const first = aPlan({ snapshot: { silences } });

    expect(textOf(first)).toContain('Coverage\n- Pakistan · quiet: nothing after 20 Jan 2026');
    expect(aPlan({ snapshot: { silences }, told: first.told }).silences.total).toBe(0);
    expect(aPlan({ snapshot: { silences }, request: { length: 'short' } }).silences.total).toBe(0);
  });
});

describe('corrections', () => {
  it('of earlier editions are listed once', () => {
    const corrections = [
      { editionId: 'e-1' as EditionId, message: aMessage('The visit was on 4 February.') },
    ];

    const first = aPlan({ corrections });

    expect(textOf(first)).toContain('Corrections to earlier editions\n- The visit was on 4 February.');
    expect(aPlan({ corrections, told: first.told }).corrections.total).toBe(0);
  });
});

describe('the length', () => {
  const articles = Array.from({ length: 15 }, (_, at) =>
    anArticle({
      id: `a-${at}`,
      publishedAt: RECENT,
      text: 'Tokayev flew to Lahore on Monday. Trade with Almaty grew by a third.',
    }),
  );
  const stories = articles.map(({ id }, at) => aStory({ id: `s-${at}`, articleIds: [id] }));

  it('decides how many items and sentences are shown; what is not shown counts as told', () => {
    const plans = (['short', 'standard', 'full'] as const).map((length) =>
      aPlan({ articles, snapshot: { stories }, request: { length } }),
    );

    expect(plans.map((plan) => plan.stories.rows.length)).toEqual([3, 12, 15]);
    expect(plans.map((plan) => plan.stories.rows[0]?.passages.length)).toEqual([1, 1, 2]);
    expect(plans.map(({ told }) => told.length)).toEqual([15, 15, 15]);
    expect(plans.map(({ stories: { total } }) => total)).toEqual([15, 15, 15]);
  });
});

describe('a muted source', () => {
  it('is neither quoted nor named, nor gives the title', () => {
    const relationship = aRelationship({
      sources: [aSource(), aSource({ id: 'dawn', name: 'Dawn', side: 'PK' })],
    });
    const lead = anArticle({ id: 'a-1', sourceId: 'dawn', title: 'Dawn’s title', publishedAt: RECENT });
    const other = anArticle({ id: 'a-2', title: 'Another title', publishedAt: RECENT });
    const story = aStory({ title: 'Dawn’s title', articleIds: [lead.id, other.id] });
    const mutes = [{ kind: 'source', id: 'dawn' }] as const;

    const plan = aPlan({
      ...{ relationship, articles: [lead, other], snapshot: { stories: [story] }, request: { mutes } },
    });

    expect(textOf(plan, relationship)).toContain('- Another title — ');
    expect(textOf(plan, relationship)).not.toContain('Dawn');
    expect(plan.cited.map(({ articleId }) => articleId)).toEqual([other.id]);
  });

  it('is not cited for an event or an agreement either', () => {
    const muted = anArticle({ id: 'a-2', sourceId: 'dawn', publishedAt: RECENT });
    const both = [...evidence, { articleId: muted.id, start: 0, end: 10 }];
    const mutes = [{ kind: 'source', id: 'dawn' }] as const;

    const plan = aPlan({
      ...{ articles: [article, muted], request: { mutes } },
      snapshot: {
        events: [{ ...stateVisit, evidence: both }],
        agreements: [anAgreement({ steps: [{ ...signed, evidence: both }] })],
      },
    });

    expect(shownIn(plan)).toHaveLength(2);
    expect(plan.cited.map(({ articleId }) => articleId)).toEqual([article.id]);
  });
});

describe('whatever is stored, in whatever order', () => {
  const day = fc.integer({ min: 1, max: 24 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
  const events = fc.array(
    fc
      .record({ who: fc.constantFrom('dar', 'munir'), status: fc.constantFrom(...EVENT_STATUSES), day })
      .map(({ who, status, day: on }) =>
        anEvent({ id: `visit-${who}-${on}`, status, fromDay: on, toDay: on, evidence }),
      ),
    { maxLength: 6 },
  );
  const agreements = fc.array(
    fc
      .record({ name: fc.constantFrom('transit', 'visas'), status: fc.constantFrom(...AGREEMENT_STATUSES) })
      .map(({ name, status }) => anAgreement({ id: name, status, steps: [{ ...signed, status }] })),
    { maxLength: 2 },
  );
  const archives = fc.record({
    events: events.map((all) => [...new Map(all.map((event) => [event.id, event])).values()]),
    agreements: agreements.map((all) => [...new Map(all.map((each) => [each.id, each])).values()]),
    stories: fc.constantFrom([], [aStory({ articleIds: [article.id] })]),
  });
  const relationship = aRelationship({ anniversaries: [{ id: 'ties', name: 'Ties', on: '1992-02-24' }] });

  it('no key is told twice, neither by one edition nor by the next', () => {
    fc.assert(
      fc.property(fc.array(archives, { minLength: 1, maxLength: 4 }), (month) => {
        const told: string[] = [];
        for (const [at, snapshot] of month.entries()) {
          const request = { period: { fromAt: MATERIAL_NOW - 1, toAt: MATERIAL_NOW + at, zone: 'UTC' } };
          const plan = aPlan({ articles: [article], snapshot, request, relationship, told });

          expect(shownIn(plan)).toEqual([...new Set(shownIn(plan))]);
          expect(plan.told.filter((key) => told.includes(key))).toEqual([]);
          told.push(...plan.told);
        }
      }),
    );
  });
});

/** The ids of all that one edition shows. */
function shownIn({
  headline,
  stories,
  developments,
  events,
  agreements,
  ahead,
}: EditionPlan): readonly string[] {
  return [...(headline === null ? [] : [headline]), ...developments.rows, ...ahead.rows]
    .flatMap((row) => [
      ...('event' in row ? [row.event.id as string] : []),
      ...('told' in row ? [row.told.agreement.id as string] : []),
    ])
    .concat(stories.rows.map(({ story }) => story.id))
    .concat(events.rows.map(({ id }) => id))
    .concat(agreements.rows.map(({ agreement }) => agreement.id));
}
