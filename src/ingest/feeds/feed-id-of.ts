import { createHash } from 'node:crypto';
import type { FeedId } from '../../domain/identity.ts';

/** The id of a feed follows from the canonical URL under which it is added, and never changes. */
export function feedIdOf(url: string): FeedId {
  return createHash('sha256').update(url).digest('hex').slice(0, 16) as FeedId;
}
