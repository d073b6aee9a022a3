export interface Random {
  /** 0 ≤ n < 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** The same numbers for the same seed on every machine (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function below(count: number): number {
    return Math.floor(next() * count);
  }
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  };
}
