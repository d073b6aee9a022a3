import { createHash } from 'node:crypto';
import type { Instant } from '../../../../src/domain/identity.ts';
import type { DiscordPost } from '../render.ts';

/** Discord allows 25 characters. */
const NONCE_LENGTH = 24;
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** One post of one delivery. */
export interface PostPlace {
  /** Of the delivery. */
  readonly key: string;
  /** 0-based. */
  readonly part: number;
}

/**
 * By which Discord knows, for some minutes, that a post has been made: the same for every attempt, another for other
 * content, so that a note of failure does not swallow the message that it is about.
 */
export function nonceOf({ key, part }: PostPlace, { components, files }: DiscordPost): string {
  const content = createHash('sha256').update(JSON.stringify(components));
  for (const { name, bytes } of files) content.update(name).update(bytes);
  const whole = createHash('sha256').update(`${key}\n${part}\n${content.digest('hex')}`);
  return whole.digest('base64url').slice(0, NONCE_LENGTH);
}

/** By which the bot itself finds a post in the history of a channel: the id of its first component, 31 bits, never 0. */
export function markerOf({ key, part }: PostPlace): number {
  const digest = createHash('sha256').update(`${key}\n${part}`).digest();
  return (digest.readUInt32BE(0) >>> 1) | 1;
}

/** The least id that a message of that instant may have. */
export function snowflakeAt(at: Instant): string {
  return String(BigInt(Math.max(0, Math.trunc(at) - DISCORD_EPOCH_MS)) << 22n);
}
