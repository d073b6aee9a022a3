interface Bounds<Thing> {
  readonly weightOf: (thing: Thing) => number;
  readonly weight: number;
  readonly count?: number;
}

/** Neighbours in groups of at most so many and of at most so much weight; what weighs more by itself stands alone. */
export function splitByWeight<Thing>(
  things: readonly Thing[],
  { weightOf, weight: most, count = Number.POSITIVE_INFINITY }: Bounds<Thing>,
): readonly (readonly Thing[])[] {
  const groups: Thing[][] = [];
  let weight = 0;
  for (const thing of things) {
    const open = groups.at(-1);
    const own = weightOf(thing);
    const fits = open !== undefined && open.length < count && weight + own <= most;
    weight = fits ? weight + own : own;
    if (fits) open.push(thing);
    else groups.push([thing]);
  }
  return groups;
}
