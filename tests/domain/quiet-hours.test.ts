import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuietHours, quietUntil } from '../../src/domain/quiet-hours.ts';

const MINUTE = 60_000;
const NIGHT = { fromMinute: 22 * 60, toMinute: 7 * 60 };
const NOON = { fromMinute: 12 * 60, toMinute: 13 * 60 + 30 };
const at = (text: string) => Date.parse(text);

/** Minutes after midnight that the clock of a zone shows. */
function clockMinute(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const [hour = 0, minute = 0] = format.format(instant).split(':').map(Number);
  return (hour % 24) * 60 + minute;
}

describe('quiet hours', () => {
  it('run over midnight by the clock of the zone', () => {
    expect(quietUntil(NIGHT, 'Asia/Almaty', at('2026-02-10T17:00:00Z'))).toBe(at('2026-02-11T02:00:00Z'));
    expect(quietUntil(NIGHT, 'Asia/Almaty', at('2026-02-11T01:59:00Z'))).toBe(at('2026-02-11T02:00:00Z'));
    expect(quietUntil(NIGHT, 'Asia/Almaty', at('2026-02-11T02:00:00Z'))).toBeNull();
    expect(quietUntil(NIGHT, 'Asia/Almaty', at('2026-02-10T16:59:00Z'))).toBeNull();
  });

  it('lie within one day, too', () => {
    expect(quietUntil(NOON, 'UTC', at('2026-02-10T13:00:00Z'))).toBe(at('2026-02-10T13:30:00Z'));
    expect(quietUntil(NOON, 'UTC', at('2026-02-10T13:30:00Z'))).toBeNull();
    expect(quietUntil(NOON, 'UTC', at('2026-02-10T11:59:00Z'))).toBeNull();
  });

  it('are an hour shorter or longer in the night in which the clock changes', () => {
    expect(quietUntil(NIGHT, 'Europe/Berlin', at('2026-03-28T23:00:00Z'))).toBe(at('2026-03-29T05:00:00Z'));
    expect(quietUntil(NIGHT, 'Europe/Berlin', at('2026-10-24T23:00:00Z'))).toBe(at('2026-10-25T06:00:00Z'));
  });

  it('hold exactly when the clock shows a time within them, whatever the zone, away from changes of its clock', () => {
    const zones = ['Asia/Almaty', 'Asia/Karachi', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns'];
    const minute = fc.integer({ min: 0, max: 1439 });
    const january = fc
      .integer({ min: 0, max: 30 * 1440 })
      .map((m) => at('2026-01-01T00:00:00Z') + m * MINUTE);

    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        minute,
        minute,
        january,
        (zone, fromMinute, toMinute, instant) => {
          fc.pre(fromMinute !== toMinute);
          const shown = clockMinute(zone, instant);
          const isAfterFrom = shown >= fromMinute;
          const isBeforeTo = shown < toMinute;
          const isWithin = fromMinute < toMinute ? isAfterFrom && isBeforeTo : isAfterFrom || isBeforeTo;

          const until = quietUntil({ fromMinute, toMinute }, zone, instant);

          expect(until !== null).toBe(isWithin);
          if (until !== null) expect(clockMinute(zone, until)).toBe(toMinute);
        },
      ),
    );
  });
});

describe('reading quiet hours', () => {
  it.each([
    ['22:00-07:00', NIGHT],
    ['22-7', NIGHT],
    ['12:00 – 13:30', NOON],
  ])('takes %s', (text, expected) => {
    expect(parseQuietHours(text)).toEqual(expected);
  });

  it.each(['night', '22:00', '24:00-07:00', '22:60-07:00', '22:00-22:00', ''])('refuses "%s"', (text) => {
    expect(parseQuietHours(text)).toBeNull();
  });
});
