import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBotWithDowntime, type BotWithDowntime } from '../fixtures/a-bot-with-downtime.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const GRACE_MS = 6 * HOUR_MS;
/** 08:00 in Almaty. */
const EIGHT = Date.parse('2026-02-04T03:00:00Z');

let bot: BotWithDowntime;

beforeEach(async () => {
  bot = await aBotWithDowntime(EIGHT - DAY_MS - HOUR_MS, GRACE_MS);
});

afterEach(() => bot.close());

describe('after ten minutes without the bot', () => {
  it('the digest that fell due is sent once and says that it is late', async () => {
    await bot.subscribe('daily 08:00');
    await bot.runUntil(EIGHT - 2 * MINUTE_MS);

    await bot.downUntil(EIGHT + 8 * MINUTE_MS);
    await bot.runUntil(EIGHT + 5 * HOUR_MS);

    expect(bot.sent()).toHaveLength(2);
    expect(bot.sent().map(isLate)).toEqual([false, true]);
  });

  it('nothing is sent when nothing fell due, and what was sent before is not sent again', async () => {
    await bot.subscribe('daily 08:00');
    await bot.runUntil(EIGHT + MINUTE_MS);

    await bot.downUntil(EIGHT + 11 * MINUTE_MS);
    await bot.runUntil(EIGHT + DAY_MS - MINUTE_MS);

    expect(bot.sent().map(isLate)).toEqual([false, false]);
  });
});

describe('after ten hours without the bot', () => {
  it('the newest of the times missed is sent once, late, and the older ones are folded into it', async () => {
    await bot.subscribe('0 2,5,8 * * *');
    await bot.runUntil(EIGHT - 9 * HOUR_MS);
    const before = bot.sent().length;

    await bot.downUntil(EIGHT + HOUR_MS);
    await bot.read(aVisit('2026-02-03T23:00:00+05:00', 'Tokayev'));
    await bot.runUntil(EIGHT + 17 * HOUR_MS);

    expect(bot.sent().slice(before).map(isLate)).toEqual([true]);
    expect(bot.sent().at(-1)).toContain('Tokayev lands in Islamabad');
    expect((await bot.editions()).at(0)).toMatchObject({ dueAt: EIGHT, coversFrom: EIGHT - DAY_MS });
  });

  it('a time missed beyond the grace is left to the next regular edition, which tells of the whole time', async () => {
    await bot.subscribe('daily 08:00');
    await bot.runUntil(EIGHT - HOUR_MS);

    await bot.downUntil(EIGHT + 9 * HOUR_MS);
    await bot.read(aVisit('2026-02-03T12:00:00+05:00', 'Tokayev'));
    await bot.runUntil(EIGHT + DAY_MS - MINUTE_MS);
    const meanwhile = bot.sent().length;
    await bot.runUntil(EIGHT + DAY_MS + HOUR_MS);

    expect(meanwhile).toBe(1);
    expect(bot.sent().map(isLate)).toEqual([false, false]);
    expect(bot.sent().at(-1)).toContain('Tokayev lands in Islamabad');
    const [newest] = await bot.editions();
    expect(newest).toMatchObject({ dueAt: EIGHT + DAY_MS, coversFrom: EIGHT - DAY_MS });
  });
});

describe('after ten days without the bot', () => {
  const BACK = EIGHT + 9 * DAY_MS;

  it('one digest tells of all of them, late, and the next one repeats nothing', async () => {
    await bot.subscribe('daily 08:00');
    await bot.runUntil(EIGHT - HOUR_MS);

    await bot.downUntil(BACK + HOUR_MS);
    await bot.read(aVisit('2026-02-04T12:00:00+05:00', 'Tokayev'));
    await bot.read(aVisit('2026-02-11T12:00:00+05:00', 'Sharif'));
    await bot.runUntil(BACK + DAY_MS + HOUR_MS);

    const [, late = '', regular = ''] = bot.sent();
    expect(bot.sent().map(isLate)).toEqual([false, true, false]);
    for (const guest of ['Tokayev', 'Sharif']) {
      expect(late).toContain(`${guest} lands in Islamabad`);
      expect(regular).not.toContain(`${guest} lands in Islamabad`);
    }
  });

  it('beyond the grace nothing comes before the next regular time, which tells of all of them', async () => {
    await bot.subscribe('daily 08:00');
    await bot.runUntil(EIGHT - HOUR_MS);

    await bot.downUntil(BACK + GRACE_MS + HOUR_MS);
    await bot.read(aVisit('2026-02-04T12:00:00+05:00', 'Tokayev'));
    await bot.runUntil(BACK + DAY_MS + HOUR_MS);

    expect(bot.sent().map(isLate)).toEqual([false, false]);
    expect(bot.sent().at(-1)).toContain('Tokayev lands in Islamabad');
    expect((await bot.editions()).map(({ dueAt }) => dueAt)).toEqual([BACK + DAY_MS, EIGHT - DAY_MS]);
  });
});

function isLate(text: string): boolean {
  return text.includes('comes late');
}

function aVisit(publishedAt: string, guest: 'Tokayev' | 'Sharif'): string {
  return `---
source: dawn
url: https://dawn.com/${guest.toLowerCase()}
published: ${publishedAt}
language: en
title: ${guest} lands in Islamabad
---
${guest === 'Tokayev' ? 'President Kassym-Jomart Tokayev of Kazakhstan' : 'Prime Minister Shehbaz Sharif of Pakistan'} arrived in Islamabad from Kazakhstan on ${publishedAt.slice(0, 10)} for talks on trade between Kazakhstan and Pakistan.`;
}
