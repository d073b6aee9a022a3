import { describe, expect, it } from 'vitest';
import type { EventFilter } from '../../../src/ports/store.ts';
import { anAgreement, anEvent, anObservation } from '../../fixtures/a-ledger-entry.ts';
import type { MakeDatabase } from '../store.ts';
import { FIRST_TEN, storeArticle, storeArticles, storeInTest } from './store-in-test.ts';

export function describeLedger(makeDatabase: MakeDatabase): void {
  describe('ledger', () => {
    describe('observations', () => describeObservations(makeDatabase));
    describe('events', () => describeEvents(makeDatabase));
    describe('agreements', () => describeAgreements(makeDatabase));
  });
}

function describeObservations(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('gives back what one article says, in the order of its text', async () => {
    const articleId = await storeArticle(store());
    const said = [anObservation({ articleId, start: 40 }), anObservation({ articleId, start: 10 })];

    await store().ledger.saveObservations(articleId, said);

    expect(await store().ledger.observationsOf(articleId)).toEqual(said);
  });

  it('replaces what the article said before', async () => {
    const articleId = await storeArticle(store());
    await store().ledger.saveObservations(articleId, [anObservation({ articleId })]);
    const corrected = anObservation({ articleId, status: 'postponed' });

    await store().ledger.saveObservations(articleId, [corrected]);

    expect(await store().ledger.observationsOf(articleId)).toEqual([corrected]);
    expect(await store().ledger.observationsNear(corrected.key, '2026-02-01', '2026-02-28')).toEqual([
      corrected,
    ]);
  });

  it.each([
    ['a day inside', '2026-02-05', '2026-02-05', true],
    ['a year around', '2026-01-01', '2026-12-31', true],
    ['its first day', '2026-01-20', '2026-02-03', true],
    ['its last day', '2026-02-08', '2026-02-20', true],
    ['days before', '2026-01-20', '2026-02-02', false],
    ['days after', '2026-02-09', '2026-02-20', false],
  ])('finds observations of a key near a span: %s', async (_, fromDay, toDay, isFound) => {
    const [one, two] = await storeArticles(store(), ['one', 'two']);
    if (!one || !two) throw new Error('Two articles are stored.');
    const near = anObservation({ articleId: one, key: 'visit:a', fromDay, toDay });
    await store().ledger.saveObservations(one, [near]);
    await store().ledger.saveObservations(two, [
      anObservation({ articleId: two, key: 'visit:b', fromDay, toDay }),
    ]);

    const found = await store().ledger.observationsNear('visit:a', '2026-02-03', '2026-02-08');

    expect(found).toEqual(isFound ? [near] : []);
  });
}

function describeEvents(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const visit = anEvent({ id: 'e-visit', kind: 'visit', fromDay: '2026-02-03', toDay: '2026-02-04' });
  const call = anEvent({
    id: 'e-call',
    kind: 'call',
    fromDay: '2026-03-17',
    toDay: '2026-03-17',
    topicIds: ['trade', 'trade'],
    participants: [
      { id: 'sharif', name: 'Shehbaz Sharif', office: null, side: 'PK' },
      { id: 'sharif', name: 'Shehbaz Sharif', office: null, side: 'PK' },
    ],
  });

  it.each<[string, EventFilter, readonly string[]]>([
    ['of every kind', {}, ['e-call', 'e-visit']],
    ['of one kind', { kind: 'visit' }, ['e-visit']],
    ['with a person', { personId: 'sharif' }, ['e-call']],
    ['on a topic', { topicIds: ['trade'] }, ['e-call']],
    ['that end on or after a day', { fromDay: '2026-02-04' }, ['e-call', 'e-visit']],
    ['that end after the last day of an earlier one', { fromDay: '2026-02-05' }, ['e-call']],
    ['that start on or before a day', { toDay: '2026-02-03' }, ['e-visit']],
    ['of one kind with a person who took no part', { kind: 'visit', personId: 'sharif' }, []],
  ])('lists events %s', async (_, filter, expected) => {
    await store().ledger.replace({ events: [visit, call], agreements: [] }, []);

    const { rows, total } = await store().ledger.events(filter, FIRST_TEN);

    expect(rows.map(({ id }) => id)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it('lists events oldest first on demand, in pages, by id within a day', async () => {
    const sameDay = anEvent({ ...visit, id: 'e-another' });
    await store().ledger.replace({ events: [visit, call, sameDay], agreements: [] }, []);

    const first = await store().ledger.events({}, { limit: 2, offset: 0 }, 'oldest');
    const second = await store().ledger.events({}, { limit: 2, offset: 2 }, 'oldest');

    expect(first.rows).toEqual([sameDay, visit]);
    expect(second).toEqual({ rows: [call], total: 3 });
  });

  it('replaces an entry under its id, and removes what is gone, in one step', async () => {
    await store().ledger.replace({ events: [visit, call], agreements: [anAgreement({ id: 'g-old' })] }, []);
    const held = anEvent({ ...visit, status: 'cancelled', topicIds: [] });

    await store().ledger.replace({ events: [held], agreements: [] }, ['e-call', 'g-old']);

    expect((await store().ledger.events({}, FIRST_TEN)).rows).toEqual([held]);
    expect((await store().ledger.events({ topicIds: ['diplomacy'] }, FIRST_TEN)).total).toBe(0);
    expect((await store().ledger.agreements({}, FIRST_TEN)).total).toBe(0);
  });

  it('reads entries of both kinds in the order asked for', async () => {
    const agreement = anAgreement({ id: 'g-1' });
    await store().ledger.replace({ events: [visit, call], agreements: [agreement] }, []);

    const found = await store().ledger.getMany([call.id, agreement.id, 'e-unknown' as never, visit.id]);

    expect(found).toEqual({ events: [call, visit], agreements: [agreement] });
  });
}

function describeAgreements(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);
  const stepOn = (onDay: string) => ({ status: 'signed', onDay, precision: 'day', evidence: [] }) as const;

  it('lists agreements by their last step, newest first', async () => {
    const old = anAgreement({ id: 'g-old', steps: [stepOn('2025-09-09')] });
    const recent = anAgreement({ id: 'g-new', steps: [stepOn('2023-01-01'), stepOn('2026-02-04')] });
    const stepless = anAgreement({ id: 'g-none', steps: [], status: 'mentioned' });
    await store().ledger.replace({ events: [], agreements: [stepless, old, recent] }, []);

    const all = await store().ledger.agreements({}, FIRST_TEN);
    const signed = await store().ledger.agreements({ status: 'signed' }, { limit: 1, offset: 1 });

    expect(all).toEqual({ rows: [recent, old, stepless], total: 3 });
    expect(signed).toEqual({ rows: [old], total: 2 });
  });

  it('replaces the steps of one status within a span of days', async () => {
    const { id, name, kind } = anAgreement({ id: 'g-1' });
    const on = (onDay: string) => ({ fromDay: onDay, toDay: onDay });
    const signed = [stepOn('2026-02-04'), stepOn('2026-02-20')];
    const proposed = { ...stepOn('2026-02-04'), status: 'proposed' } as const;
    const place = { status: 'signed', fromDay: '2026-02-01', toDay: '2026-02-28' } as const;
    await store().ledger.replaceSteps({ id, name, kind }, place, signed);
    await store().ledger.replaceSteps({ id, name, kind }, { ...place, status: 'proposed' }, [proposed]);
    const first = (await store().ledger.agreements({}, FIRST_TEN)).rows;

    await store().ledger.replaceSteps({ id, name, kind }, { status: 'signed', ...on('2026-02-20') }, []);
    const second = (await store().ledger.getMany([id])).agreements;
    await store().ledger.replaceSteps({ id, name, kind }, place, []);
    const third = (await store().ledger.agreements({ status: 'proposed' }, FIRST_TEN)).rows;

    expect(first).toEqual([{ id, name, kind, status: 'signed', steps: [proposed, ...signed] }]);
    expect(second).toEqual([{ id, name, kind, status: 'signed', steps: [proposed, stepOn('2026-02-04')] }]);
    expect(third).toEqual([{ id, name, kind, status: 'proposed', steps: [proposed] }]);
  });

  it('forgets an agreement with its last step', async () => {
    const { id, name, kind } = anAgreement({ id: 'g-1' });
    const place = { status: 'signed', fromDay: '2026-02-04', toDay: '2026-02-04' } as const;
    await store().ledger.replaceSteps({ id, name, kind }, place, [stepOn('2026-02-04')]);

    await store().ledger.replaceSteps({ id, name, kind }, place, []);

    expect(await store().ledger.agreements({}, FIRST_TEN)).toEqual({ rows: [], total: 0 });
  });
}
