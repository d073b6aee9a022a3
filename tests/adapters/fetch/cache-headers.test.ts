import { describe, expect, it } from 'vitest';
import { freshForMs, retryAfterMs } from '../../../adapters/fetch/cache-headers.ts';

const NOW = Date.parse('2026-02-04T10:00:00Z');
const WEEK_MS = 7 * 86_400_000;

describe('how long an answer is fresh', () => {
  it.each([
    [{}, null],
    [{ 'cache-control': 'max-age=600' }, 600_000],
    [{ 'cache-control': 'public, Max-Age="600"' }, 600_000],
    [{ 'cache-control': 'max-age=600', age: '60' }, 540_000],
    [{ 'cache-control': 'max-age=600', age: '900' }, 0],
    [{ 'cache-control': 's-maxage=600' }, null],
    [{ 'cache-control': 'max-age=600, no-cache' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'max-age=soon' }, null],
    [{ 'cache-control': 'max-age=99999999' }, WEEK_MS],
    [{ 'cache-control': 'max-age=60', expires: 'Wed, 04 Feb 2026 11:00:00 GMT' }, 60_000],
    [{ expires: 'Wed, 04 Feb 2026 11:00:00 GMT' }, 3_600_000],
    [{ expires: 'Wed, 04 Feb 2026 11:00:00 GMT', date: 'Wed, 04 Feb 2026 10:59:00 GMT' }, 60_000],
    [{ expires: 'Wed, 04 Feb 2015 11:00:00 GMT' }, 0],
    [{ expires: 'Wed, 04 Feb 2099 11:00:00 GMT' }, WEEK_MS],
    [{ expires: '0' }, 0],
    [{ expires: '-1' }, 0],
  ])('%o gives %s', (headers, expected) => {
    expect(freshForMs(new Headers(headers as Record<string, string>), NOW)).toBe(expected);
  });
});

describe('how long a server wants to be left alone', () => {
  it.each([
    [{}, null],
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '99999999' }, WEEK_MS],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'Wed, 04 Feb 2026 10:05:00 GMT' }, 300_000],
    [{ 'retry-after': 'Wed, 04 Feb 2026 10:05:00 GMT', date: 'Wed, 04 Feb 2026 10:04:00 GMT' }, 60_000],
    [{ 'retry-after': 'Wed, 04 Feb 2015 10:05:00 GMT' }, 0],
  ])('%o gives %s', (headers, expected) => {
    expect(retryAfterMs(new Headers(headers as Record<string, string>), NOW)).toBe(expected);
  });
});
