import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import type { EventObservation } from '../../src/domain/ledger.ts';
import { groupObservations, reachOf } from '../../src/ledger/group-observations.ts';
import { anObservation } from '../fixtures/a-ledger-entry.ts';

const FEBRUARY = { fromDay: '2026-02-01', toDay: '2026-02-28', precision: 'month' } as const;
const YEAR = { fromDay: '2026-01-01', toDay: '2026-12-31', precision: 'year' } as const;

describe('grouping observations', () => {
  it('chains days with no more than the gap between them', () => {
    const groups = groupObservations([onDay('2026-02-06'), onDay('2026-02-03'), onDay('2026-02-05')], 1);

    expect(groups.map((group) => group.map(({ fromDay }) => fromDay))).toEqual([
      ['2026-02-03'],
      ['2026-02-05', '2026-02-06'],
    ]);
  });

  it('measures the gap from the last day that the chain has reached', () => {
    const long = anObservation({ fromDay: '2026-02-01', toDay: '2026-02-10' });

    expect(groupObservations([long, onDay('2026-02-02'), onDay('2026-02-11')], 1)).toHaveLength(1);
  });

  it('adds a month to the only chain inside it', () => {
    const month = anObservation(FEBRUARY);

    expect(groupObservations([month, onDay('2026-02-03')], 2)).toHaveLength(1);
    expect(groupObservations([month, onDay('2026-03-03')], 2)).toHaveLength(2);
  });

  it('leaves a month alone that holds two chains, together with the same month told elsewhere', () => {
    const months = [anObservation(FEBRUARY), anObservation({ ...FEBRUARY, start: 90 })];

    const groups = groupObservations([...months, onDay('2026-02-03'), onDay('2026-02-20')], 2);

    expect(groups).toHaveLength(3);
    expect(groups.at(-1)).toEqual(months);
  });

  it('adds a month to a chain for the days of the chain, not for the year that joined it before', () => {
    const july = anObservation({ fromDay: '2026-07-01', toDay: '2026-07-31', precision: 'month' });

    const groups = groupObservations([anObservation(YEAR), onDay('2026-02-03'), july], 2);

    expect(groups.map((group) => group.map(({ precision }) => precision))).toEqual([
      ['day', 'year'],
      ['month'],
    ]);
  });

  it('does not depend on the order of observations, and loses none', () => {
    fc.assert(
      fc.property(sets(), fc.infiniteStream(fc.nat()), (observations, stream) => {
        const dice = [...stream.take(observations.length)];
        const shuffled = observations.toSorted((a, b) => (dice[a.start] ?? 0) - (dice[b.start] ?? 0));

        const groups = groupObservations(observations, 2);

        expect(groupObservations(shuffled, 2)).toEqual(groups);
        expect(
          groups
            .flat()
            .map(({ start }) => start)
            .toSorted((a, b) => a - b),
        ).toEqual(observations.map(({ start }) => start));
      }),
    );
  });

  it('gives the same for the days within reach of one observation as for all', () => {
    fc.assert(
      fc.property(sets(1), (observations) => {
        const one = observations[0] as EventObservation;
        const whole = groupObservations(observations, 2).find((group) => group.includes(one));

        const near = groupObservations(withinReach(one, observations), 2).find((group) =>
          group.includes(one),
        );

        expect(near).toEqual(whole);
      }),
    );
  });
});

describe('the reach of observations', () => {
  it('runs from the first day to the last, with the gap on both sides', () => {
    expect(reachOf([onDay('2026-02-03'), anObservation(FEBRUARY)], 2)).toEqual({
      fromDay: '2026-01-30',
      toDay: '2026-03-02',
    });
  });

  it('is null for none', () => {
    expect(reachOf([], 2)).toBeNull();
  });
});

function onDay(day: string): EventObservation {
  return anObservation({ fromDay: day, toDay: day });
}

/** Observations on a few days, months and the year; each starts at its own place in the set. */
function sets(minLength = 0): fc.Arbitrary<EventObservation[]> {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
  const spans = fc.oneof(
    days.map((day) => ({ fromDay: day, toDay: day, precision: 'day' as const })),
    fc.constantFrom(FEBRUARY, YEAR, { ...FEBRUARY, toDay: '2026-03-31' }),
  );
  return fc
    .array(spans, { maxLength: 8, minLength })
    .map((drawn) =>
      drawn.map((span, start) => anObservation({ ...span, start, articleId: `a-${start}` as ArticleId })),
    );
}

/** What asking the store again and again for what lies near comes to. */
function withinReach(one: EventObservation, all: readonly EventObservation[]): EventObservation[] {
  let found = [one];
  for (;;) {
    const reach = reachOf(found, 2) ?? one;
    const next = all.filter(({ fromDay, toDay }) => fromDay <= reach.toDay && toDay >= reach.fromDay);
    if (next.length === found.length) return next;
    found = next;
  }
}
