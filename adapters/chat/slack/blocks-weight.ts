/** All text, addresses and values in blocks or in parts of them; only the names of their types do not count. */
export function blocksWeight(part: unknown): number {
  if (typeof part === 'string') return part.length;
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [name, value]) => (name === 'type' ? sum : sum + blocksWeight(value)),
    0,
  );
}
