import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeAlert } from '../../src/digests/compose-alert.ts';
import type { EditionRequest } from '../../src/digests/edition-request.ts';
import { isImportant } from '../../src/digests/is-important.ts';
import { shareSnapshots } from '../../src/digests/share-snapshots.ts';
import type { EditionPlan } from '../../src/domain/edition-plan.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { Agreement, NewsEvent } from '../../src/domain/ledger.ts';
import { EVERYTHING } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aPerson, aRelationship, aTenure } from '../fixtures/a-relationship.ts';
import { storeStory, type Told } from '../fixtures/a-stored-story.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-02-10T07:00:00Z');

const relationship = aRelationship({
  anniversaries: [{ id: 'ties', name: 'Diplomatic ties', on: '1992-02-12' }],
  people: [aPerson({ tenures: [aTenure({ from: '2026-02-09' })] })],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

function composed(): Promise<EditionPlan> {
  const request: EditionRequest = {
    period: { fromAt: NOW - 24 * HOUR, toAt: NOW, zone: 'UTC' },
    lookFromAt: NOW - 24 * HOUR,
    language: 'en',
    length: 'standard',
    interest: EVERYTHING,
    mutes: [],
    toldTo: [],
    due: { at: NOW, isLate: false, folded: [] },
  };
  const ports = { store, relationship };
  return composeAlert(request, ports, shareSnapshots(ports));
}

async function reported(name: string, choices: Partial<Told> = {}): Promise<ArticleId> {
  return (await storeStory(store, name, [{ publishedAt: NOW - HOUR, ...choices }])).leadId;
}

function evidenceIn(articleId: ArticleId) {
  return [{ articleId, start: 0, end: 5 }];
}

function keep(entries: { events?: readonly NewsEvent[]; agreements?: readonly Agreement[] }): Promise<void> {
  return store.ledger.replace({ events: [], agreements: [], ...entries }, []);
}

describe('what an alert tells', () => {
  it('leaves to digests what nobody has reported now', async () => {
    await reported('trains');
    const old = await reported('old', { publishedAt: NOW - 240 * HOUR });
    const planned = { status: 'announced', fromDay: '2026-02-15', toDay: '2026-02-15' } as const;
    await keep({ events: [anEvent({ ...planned, evidence: evidenceIn(old) })] });

    const plan = await composed();

    expect(plan.stories.total).toBe(1);
    expect([plan.ahead, plan.offices, plan.silences, plan.events].map(({ total }) => total)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(plan.told.every((key) => key.startsWith('article:'))).toBe(true);
  });

  it('holds a plan that was reported now, but not one that backlog alone tells', async () => {
    const planned = { status: 'announced', fromDay: '2026-02-15', toDay: '2026-02-15' } as const;
    const news = await reported('visit');
    const backlog = await reported('backlog', { isBacklog: true });
    await keep({
      events: [
        anEvent({ ...planned, id: 'e-news', evidence: evidenceIn(news) }),
        anEvent({ ...planned, id: 'e-backlog', evidence: evidenceIn(backlog) }),
      ],
    });

    const { events, ahead, headline } = await composed();
    const headlined = headline !== null && 'event' in headline ? [headline.event] : [];

    expect([...events.rows, ...headlined].map(({ id }) => id)).toEqual(['e-news']);
    expect(ahead.total).toBe(0);
  });
});

describe('what is important', () => {
  it('is a visit, but not a meeting', async () => {
    const evidence = evidenceIn(await reported('talks'));
    const day = { fromDay: '2026-02-10', toDay: '2026-02-10', evidence };
    await keep({ events: [anEvent({ ...day, kind: 'meeting', visitKind: null })] });
    const meeting = isImportant(await composed(), relationship);
    await store.ledger.replace({ events: [anEvent({ ...day, id: 'e-visit' })], agreements: [] }, []);

    expect(meeting).toBe(false);
    expect(isImportant(await composed(), relationship)).toBe(true);
  });

  it.each([
    ['negotiated', false],
    ['ready-to-sign', false],
    ['signed', true],
    ['in-force', true],
  ] as const)('of an agreement that is %s: %s', async (status, expected) => {
    const evidence = evidenceIn(await reported('agreement'));
    const steps = [{ status, onDay: '2026-02-10', precision: 'day', evidence }] as const;
    await keep({ agreements: [anAgreement({ status, steps })] });

    expect(isImportant(await composed(), relationship)).toBe(expected);
  });

  it.each([
    ['three outlets of both sides', 3, ['KZ', 'PK'], true],
    ['two outlets of both sides', 2, ['KZ', 'PK'], false],
    ['three outlets of one side', 3, ['KZ'], false],
  ] as const)('of a story that %s report: %s origins', async (_who, origins, sides, expected) => {
    const told = Array.from({ length: origins }, () => ({ publishedAt: NOW - HOUR }));
    await storeStory(store, 'trains', told, { sides });

    expect(isImportant(await composed(), relationship)).toBe(expected);
  });
});
