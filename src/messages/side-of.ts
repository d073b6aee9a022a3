import type { Feed } from '../domain/feed.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** The side that a feed is counted to, by its name. */
export function sideOf({ side }: Feed, { relationship, language }: Reader): string {
  return relationship.sides.find(({ id }) => id === side)?.name ?? wordsIn(language).sources.third;
}
