import { isDay, startOfDay } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';

const NOON_MS = 43_200_000;
const ISO_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}:\d{2})(?::\d{2})?)?$/;
const HAS_ZONE = /(?:Z|UTC|GMT|UT|[+-]\d{2}:?\d{2}|\b[ECMP][SD]T)$/i;
const MAIL_TIME = /^(?:\p{L}{3,9},?\s+)?\d{1,2}\s+\p{L}{3,9}\s+\d{4}(?:\s|$)/u;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Reads a stated publication time: ISO 8601, the form of e-mail and RSS, `4.02.2026 10:30`, or seconds or milliseconds
 * since 1970. A day without a time is noon UTC, which is that day in every zone of the relationship; a time without a
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
  if (/^\d{9,13}$/.test(text)) return fromNumber(Number(text));
  if (!MAIL_TIME.test(text)) return null;
  return Date.parse(HAS_ZONE.test(text) ? text : `${text} UTC`);
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
