import { afterEach, describe, expect, it } from 'vitest';
import { aFollowedChannel, type FollowedChannel } from '../fixtures/a-followed-channel.ts';
import { anAlert } from '../fixtures/an-alert.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 22:00 to 07:00. */
const NIGHT = { fromMinute: 22 * 60, toMinute: 7 * 60, letsImportantThrough: false };

let channel: FollowedChannel;

afterEach(() => channel.close());

async function quietChannel(zone: string, startsAt: string, quietHours = NIGHT): Promise<void> {
  const at = Date.parse(startsAt);
  channel = await aFollowedChannel(at);
  await channel.subscribe(anAlert({ quietHours }, { zone, createdAt: at }));
}

describe('quiet hours', () => {
  it('hold what happens over midnight, and in the morning tell it in one message', async () => {
    await quietChannel('Asia/Almaty', '2026-02-10T16:30:00Z');
    const morning = Date.parse('2026-02-11T02:00:00Z');

    await channel.report(morning - 8 * HOUR, 'Before midnight');
    await channel.report(morning - 2 * HOUR, 'After midnight');
    await channel.passTo(morning - MINUTE);
    const during = channel.sent().length;
    await channel.passTo(morning);

    expect(during).toBe(0);
    expect(channel.sent()).toHaveLength(1);
    expect(channel.sent()[0]).toContain('Before midnight');
    expect(channel.sent()[0]).toContain('After midnight');
  });

  it('end and begin on the minute by the clock of the reader', async () => {
    await quietChannel('Asia/Almaty', '2026-02-10T16:30:00Z');
    const night = Date.parse('2026-02-10T17:00:00Z');

    await channel.report(night - MINUTE - 1, 'A minute before');
    await channel.passTo(night - MINUTE);
    const before = channel.sent().length;
    await channel.report(night - 1, 'A moment before');
    await channel.passTo(night + HOUR);

    expect(before).toBe(1);
    expect(channel.sent()).toHaveLength(1);
  });

  it.each([
    ['is put forward', '2026-03-28T20:00:00Z', '2026-03-29T05:00:00Z'],
    ['is put back', '2026-10-24T19:00:00Z', '2026-10-25T06:00:00Z'],
  ])('end at seven in Berlin in the night in which the clock %s', async (_change, evening, sevenAt) => {
    await quietChannel('Europe/Berlin', evening);
    const seven = Date.parse(sevenAt);

    await channel.report(Date.parse(evening) + 3 * HOUR, 'In the night');
    await channel.passTo(seven - MINUTE);
    const during = channel.sent().length;
    await channel.passTo(seven);

    expect(during).toBe(0);
    expect(channel.sent()).toHaveLength(1);
  });
});

describe('what is important', () => {
  const threeOutlets = {
    told: [{ sourceId: 'dawn' }, { sourceId: 'astana-times' }, { sourceId: 'qazinform' }],
  };

  it('comes in quiet hours where somebody lets it, after something that waits, too', async () => {
    await quietChannel('Asia/Almaty', '2026-02-10T16:30:00Z', { ...NIGHT, letsImportantThrough: true });
    const midnight = Date.parse('2026-02-10T19:00:00Z');

    await channel.report(midnight, 'Trifle');
    await channel.passTo(midnight + HOUR);
    const trifles = channel.sent().length;
    await channel.report(midnight + HOUR, 'Everybody writes', threeOutlets);
    await channel.passTo(midnight + HOUR + 6 * MINUTE);

    expect(trifles).toBe(0);
    expect(channel.sent()).toHaveLength(1);
    expect(channel.sent()[0]).toContain('Everybody writes');
  });

  it('waits, too, where nobody lets it through', async () => {
    await quietChannel('Asia/Almaty', '2026-02-10T16:30:00Z');
    const midnight = Date.parse('2026-02-10T19:00:00Z');

    await channel.report(midnight, 'Everybody writes', threeOutlets);
    await channel.passTo(midnight + HOUR);

    expect(channel.sent()).toEqual([]);
  });
});
