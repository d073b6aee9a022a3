import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '../../src/domain/day.ts';
import { unusualSilence } from '../../src/domain/unusual-silence.ts';

const TODAY = '2026-02-10';
/** Nobody listened before the first of the days. */
const UNTIL_TODAY = { fromDay: TODAY, today: TODAY };

describe('a silence', () => {
  it('of a week is unusual where articles came every day', () => {
    expect(unusualSilence(everyDays(1, { lastDay: '2026-02-03' }), UNTIL_TODAY)).toEqual({
      lastDay: '2026-02-03',
      everyDays: 1,
    });
  });

  it('of a week is explained where articles came every fourth day', () => {
    expect(unusualSilence(everyDays(4, { lastDay: '2026-02-03' }), UNTIL_TODAY)).toBeNull();
  });

  it('of six days is nothing to speak of for anybody', () => {
    expect(unusualSilence(everyDays(1, { lastDay: '2026-02-04' }), UNTIL_TODAY)).toBeNull();
  });

  it('of a month is unusual where articles came every fourth day', () => {
    expect(unusualSilence(everyDays(4, { lastDay: '2026-01-10' }), UNTIL_TODAY)).toMatchObject({
      everyDays: 4,
    });
  });

  it.each([
    ['nothing', []],
    ['one day', ['2025-09-01']],
    ['four days', ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04']],
  ])('after %s with articles tells nothing', (_, days) => {
    expect(unusualSilence(days, UNTIL_TODAY)).toBeNull();
  });

  it('after one visit is explained where nothing was heard for months before it', () => {
    const visit = ['2026-01-20', '2026-01-21', '2026-01-22', '2026-01-23', '2026-01-24', '2026-01-25'];

    expect(unusualSilence(visit, { fromDay: '2025-08-13', today: TODAY })).toBeNull();
    expect(unusualSilence(visit, { fromDay: '2026-01-19', today: TODAY })).toMatchObject({ everyDays: 1 });
  });

  it('that is unusual stays so as it goes on', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 180 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(offsets, fc.nat(60), fc.nat(60), (ago, before, longer) => {
        const days = ago.map((day) => addDays('2025-12-31', -day)).toSorted();
        const then = addDays('2025-12-31', before);
        const later = addDays(then, longer);

        if (isUnusual(days, then)) expect(isUnusual(days, later)).toBe(true);
      }),
    );
  });

  it('comes by chance of the same rhythm in about one case of a hundred', () => {
    const random = seeded(7);
    const told = Array.from({ length: 4000 }, () => {
      const days = [...new Set(poissonDays(random))].toSorted();
      return isUnusual(days.slice(0, -1), days.at(-1) ?? TODAY);
    });

    expect(told.filter(Boolean).length / told.length).toBeLessThan(0.015);
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.001);
  });
});

function isUnusual(days: readonly Day[], today: Day): boolean {
  return unusualSilence(days, { fromDay: today, today }) !== null;
}

/** Twenty days that come at random, on average ten days apart; the last ends the silence that is looked at. */
function poissonDays(random: () => number): readonly Day[] {
  const places: number[] = [];
  let place = 0;
  for (let times = 0; times < 20; times += 1) {
    place += -Math.log(1 - random()) * 10;
    places.push(Math.round(place));
  }
  return places.map((days) => addDays('2025-01-01', days));
}

function everyDays(step: number, { lastDay }: { lastDay: Day }): readonly Day[] {
  const firstDay = addDays(lastDay, -step * 30);
  const count = daysBetween(firstDay, lastDay) / step + 1;
  return Array.from({ length: count }, (_, place) => addDays(firstDay, place * step));
}

/** The same numbers on every run: Park and Miller 1988. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
