import type { Count } from './count-editions.ts';

/** Nothing lost, nothing twice, nothing that was not due. */
export function isSound({ due, delivered, folded, lost, unasked, duplicates, strays }: Count): boolean {
  return due === delivered + folded && [lost, unasked, duplicates, strays].every((wrong) => wrong === 0);
}

export function reportText(count: Count, more: readonly (readonly [string, number])[] = []): string {
  const rows = [
    ['editions due', count.due],
    ['delivered', count.delivered],
    ['folded into a later one', count.folded],
    ['late', count.late],
    ['corrections', count.corrections],
    ['lost', count.lost],
    ['not due', count.unasked],
    ['posts', count.posts],
    ['duplicates', count.duplicates],
    ['unknown posts', count.strays],
    ...more,
  ] as const;
  const lines = rows.map(([name, value]) => `  ${name.padEnd(24)}${String(value).padStart(6)}`);
  return `${[...lines, ...count.problems.slice(0, 20)].join('\n')}\n`;
}
