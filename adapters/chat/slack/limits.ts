/**
 * What Slack takes in one post, and where its pages name no limit, what we keep to. Text is counted in UTF-16 units, and
 * "weight" is all text, addresses and values of buttons together: Slack refuses posts from some 11,000 characters on and
 * does not say what it counts.
 */
export const LIMITS = {
  /** `blockWeight` is what the block itself may count for. */
  post: { blocks: 50, tables: 1, weight: 10_000, blockWeight: 20, fallback: 4_000 },
  /** The Home tab; its weight is ours, far below the 250 kB that Slack is said to take. */
  home: { blocks: 100, weight: 50_000 },
  header: 150,
  /** Weight of one block of text. Not documented: as long as a section may be. */
  richText: 3_000,
  /** The row of column names counts; the weight leaves room for a heading above. Slack's limit is 10,000. */
  table: { rows: 100, columns: 20, weight: 9_000 },
  /** More buttons than a row holds become a menu. */
  buttonsInARow: 5,
  label: 75,
  /** Slack's limit is 100 options, whatever they weigh. */
  select: { options: 100, weight: 6_000 },
  /** Longer addresses are no links. Not documented. */
  address: 2_000,
  /** Name of an outlet in a citation. Ours: a citation is never cut. */
  source: 200,
} as const;
