/** So many checks ask for the page of a teaser; after them the teaser is what there is. */
const MOST_TRIES = 3;
const MARK = '~';

/** The hash to keep of an item whose page was asked for so often in vain: not the item's own while it is to be asked again. */
export function hashAfterTries(hash: string, tries: number): string {
  return tries < MOST_TRIES ? `${hash}${MARK}${tries}` : hash;
}

/** How often the page was asked for in vain, by the hash that was kept. */
export function triesOf(kept: string | undefined, hash: string): number {
  const start = hash + MARK;
  return kept?.startsWith(start) ? Number(kept.slice(start.length)) : 0;
}

export function isToBeAskedAgain(kept: string | undefined): boolean {
  return kept?.includes(MARK) ?? false;
}
