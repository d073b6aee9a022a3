import { byZone } from '../domain/by-zone.ts';
import { type Day, type DaySpan, dayOf, isoAtPrecision, spanOf } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';
import type { Words } from '../locales/words.ts';

/** `3–4 Feb 2026`, `28 Jan – 2 Feb 2026`, `Sept 2025`, `2025`: no more than was told. */
export function showSpan({ fromDay, toDay, precision }: DaySpan, words: Words): string {
  const from = isoAtPrecision(fromDay, precision);
  const to = isoAtPrecision(toDay, precision);
  if (from === to) return showDate(from, words);
  if (precision === 'day' && from.slice(0, 7) === to.slice(0, 7)) {
    return `${dayNumber(from)}–${showDate(to, words)}`;
  }
  const isSameYear = precision !== 'year' && from.slice(0, 4) === to.slice(0, 4);
  const first = showDate(from, words);
  return `${isSameYear ? first.slice(0, -' 2026'.length) : first} – ${showDate(to, words)}`;
}

/** An ISO date of the profile or the ledger, as a person reads it: `24 Apr 2025`, `Apr 2025`, `2025`. */
export function showDate(iso: string, words: Words): string {
  const span = spanOf(iso);
  if (span === null || span.precision === 'year') return iso;
  const month = words.dates.months[Number(iso.slice(5, 7)) - 1] ?? iso.slice(5, 7);
  const day = span.precision === 'day' ? `${dayNumber(iso)} ` : '';
  return `${day}${month} ${iso.slice(0, 4)}`;
}

/** Whatever ISO dates stand in the words, as a person reads them: `about 2025-04` becomes `about Apr 2025`. */
export function readableDates(text: string, words: Words): string {
  return text.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, (iso) => showDate(iso, words));
}

/** `4 Feb 2026, 18:30` in the reader's zone. */
export function showInstant(at: Instant, zone: string, words: Words): string {
  return `${showDate(dayOf(at, zone), words)}, ${timeFormat(zone).format(at)}`;
}

const timeFormat = byZone(
  (timeZone) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
);

/** `Apr 2023 – 26 Sept 2025`, `since Nov 2022`, `seen in office 9 Sept 2025`; empty when nothing is known. */
export function showTenure(
  tenure: { from: string | null; to: string | null; seen: readonly string[] },
  words: Words,
): string {
  const from = tenure.from === null ? null : showDate(tenure.from, words);
  const to = tenure.to === null ? null : showDate(tenure.to, words);
  if (from !== null && to !== null) return `${from} – ${to}`;
  if (from !== null) return words.dates.since(from);
  if (to !== null) return words.dates.until(to);
  return tenure.seen.length === 0
    ? ''
    : words.dates.seen(tenure.seen.map((iso) => showDate(iso, words)).join(', '));
}

function dayNumber(day: Day): string {
  return String(Number(day.slice(8, 10)));
}
