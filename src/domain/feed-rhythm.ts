import type { Feed } from './feed.ts';
import type { FeedId, Instant } from './identity.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHORTEST_MS = 5 * MINUTE_MS;
const LONGEST_MS = DAY_MS;
/** How often a feed is read whose rhythm is not known yet. */
const USUAL_MS = 60 * MINUTE_MS;
const FIRST_BACK_OFF_MS = 15 * MINUTE_MS;
/** Of the newest times only: a feed that woke up is not judged by its past. */
const TIMES_LOOKED_AT = 30;
const FEWEST_TIMES = 4;
const JITTER = 0.1;
const STALE_RHYTHMS = 6;
const STALE_AFTER_MS = 7 * DAY_MS;

/** The median time between publications; null while there are too few of them to tell. */
export function rhythmOf(publishedAts: readonly Instant[]): number | null {
  const newest = [...new Set(publishedAts)].toSorted((a, b) => b - a).slice(0, TIMES_LOOKED_AT);
  if (newest.length < FEWEST_TIMES) return null;
  const gaps = newest.slice(1).map((at, place) => (newest[place] ?? at) - at);
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}

export interface GoodCheck {
  readonly feedId: FeedId;
  readonly now: Instant;
  readonly rhythmMs: number | null;
  /** What the server and the feed ask for; null for what they do not say. */
  readonly askedMs: readonly (number | null)[];
}

/** When to read a feed again that could be read: twice in its own rhythm, and never before the time asked for. */
export function nextCheckAt({ feedId, now, rhythmMs, askedMs }: GoodCheck): Instant {
  const ownMs = rhythmMs === null ? USUAL_MS : rhythmMs / 2;
  const waitMs = between(jittered(between(ownMs), feedId, now));
  const asked = askedMs.map((ms) => Math.min(ms ?? 0, LONGEST_MS));
  return now + Math.ceil(Math.max(waitMs, ...asked));
}

export interface FailedCheck {
  readonly feedId: FeedId;
  readonly now: Instant;
  /** How many in a row, this one included. */
  readonly failures: number;
  /** What the server asks for; null when it does not say. */
  readonly retryAfterMs: number | null;
}

/** When to try a feed again that could not be read: later with every failure, and never before the time asked for. */
export function nextTryAt({ feedId, now, failures, retryAfterMs }: FailedCheck): Instant {
  const backOffMs = Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), LONGEST_MS);
  const waitMs = between(jittered(backOffMs, feedId, now));
  return now + Math.ceil(Math.max(waitMs, retryAfterMs ?? 0));
}

/** Whether a feed answers and yet has brought nothing for longer than its rhythm explains. */
export function isStale({ state, addedAt, pause }: Feed, now: Instant): boolean {
  if (pause !== null || state.failures > 0 || state.lastSuccessAt === null) return false;
  const silentMs = now - (state.lastNewAt ?? addedAt);
  return silentMs > Math.max(STALE_AFTER_MS, STALE_RHYTHMS * (state.rhythmMs ?? 0));
}

function between(ms: number): number {
  return Math.min(Math.max(ms, SHORTEST_MS), LONGEST_MS);
}

/** Up to a tenth more or less, so that feeds do not fall due together; the same for the same feed and time. */
function jittered(ms: number, feedId: FeedId, now: Instant): number {
  return ms * (1 - JITTER + 2 * JITTER * shareOf(`${feedId} ${now}`));
}

/** From 0 up to but not including 1, spread evenly over different texts: FNV-1a with a final mix. */
export function shareOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
