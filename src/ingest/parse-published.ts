import { isDay, startOfDay } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';

const NOON_MS = 43_200_000;
const ISO_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}:\d{2})(?::\d{2})?)?$/;
const HAS_ZONE = /(?:Z|UTC|GMT|UT|[+-]\d{2}:?\d{2}|\b[ECMP][SD]T)$/i;
const MAIL_TIME = /^(?:\p{L}{3,9},?\s+)?\d{1,2}\s+\p{L}{3,9}\s+\d{4}(?:\s|$)/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
/** `Wed Feb 4 18:20:00 2026`, as C programs write it, with a zone before the year at times. */
const ASCTIME =
  /^\p{L}{3,9},?\s+(\p{L}{3,9})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:(\S+)\s+)?(\d{4})$/u;
const SHORT_YEAR = /^((?:\p{L}{3,9},?\s+)?\d{1,2}[\s-]\p{L}{3,9}[\s-])(\d{2})(?=\s)/u;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Reads a stated publication time: ISO 8601 with or without its marks, the forms of e-mail, RSS and C,
 * `4.02.2026 10:30`, or seconds or milliseconds since 1970. A day without a time is noon UTC, which is that day in every zone of the relationship; a time without a
 * zone is UTC. Null when it cannot be read.
 */
export function parsePublished(value: string | number): Instant | null {
  const at = typeof value === 'number' ? fromNumber(value) : fromText(value.trim());
  return at === null || Number.isNaN(at) || at < EARLIEST || at >= LATEST ? null : Math.trunc(at);
}

function fromNumber(value: number): Instant {
  return value < 1e11 ? value * 1000 : value;
}

function fromText(text: string): Instant | null {
  if (isDay(text)) return startOfDay(text) + NOON_MS;
  const iso = ISO_TIME.exec(text);
  if (iso !== null) return fromIso(iso[1] ?? '', iso[2] ?? '', iso[3]);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return fromDotted(dotted);
  const compact = COMPACT.exec(text);
  if (compact !== null && text.length !== 10) return fromCompact(compact);
  if (/^\d{9,13}$/.test(text)) return fromNumber(Number(text));
  return fromMail(text);
}

function fromMail(text: string): Instant | null {
  const mail = text
    .replace(ASCTIME, (_all, month, day, time, zone = '', year) =>
      `${day} ${month} ${year} ${time} ${zone}`.trim(),
    )
    .replace(SHORT_YEAR, (_all, before, year) => before.replaceAll('-', ' ') + fullYear(year));
  if (!MAIL_TIME.test(mail)) return null;
  return Date.parse(HAS_ZONE.test(mail) ? mail : `${mail} UTC`);
}

/** As e-mail has it: up to 49 it is this century. */
function fullYear(year: string): string {
  return (Number(year) < 50 ? '20' : '19') + year;
}

function fromCompact([
  ,
  year,
  month,
  day,
  hours,
  minutes,
  seconds = '00',
  zone,
]: readonly string[]): Instant | null {
  const iso = `${year}-${month}-${day}`;
  return hours === undefined ? fromText(iso) : fromIso(iso, `${hours}:${minutes}:${seconds}`, zone);
}

function fromIso(day: string, time: string, zone = 'Z'): Instant | null {
  if (!isDay(day)) return null;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...)(\d\d)$/, '$1:$2') : 'Z';
  return Date.parse(`${day}T${time}${offset}`);
}

function fromDotted([, day = '', month = '', year = '', time]: readonly string[]): Instant | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (time === undefined) return fromText(iso);
  return fromIso(iso, time.padStart(5, '0'));
}
