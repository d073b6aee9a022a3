/** Precision, recall and their harmonic mean, 0–1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * B-cubed over items that stand in a true and a found group (Bagga & Baldwin 1998): for each item the share of its
 * found companions that are true ones, and of its true companions that were found.
 */
export function bCubed(items: readonly { readonly truth: string; readonly found: string }[]): Score {
  const sum = items.reduce(
    (total, item) => {
      const inFound = items.filter(({ found }) => found === item.found);
      const inTruth = items.filter(({ truth }) => truth === item.truth);
      const shared = inFound.filter(({ truth }) => truth === item.truth).length;
      return {
        precision: total.precision + shared / inFound.length,
        recall: total.recall + shared / inTruth.length,
      };
    },
    { precision: 0, recall: 0 },
  );
  return scoreOf(sum.precision / items.length, sum.recall / items.length);
}

/** Score of a set of found things against the true ones. */
export function setScore(truth: ReadonlySet<string>, found: ReadonlySet<string>): Score {
  const shared = [...found].filter((each) => truth.has(each)).length;
  return scoreOf(found.size === 0 ? 1 : shared / found.size, truth.size === 0 ? 1 : shared / truth.size);
}

/** Score over pairs of items: which of the pairs that stand in one group were found to. */
export function pairScore(items: readonly { readonly truth: string; readonly found: string }[]): Score {
  const pairsIn = (keyOf: (item: (typeof items)[number]) => string) =>
    [...Map.groupBy(items, keyOf).values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const both = pairsIn(({ truth, found }) => JSON.stringify([truth, found]));
  const found = pairsIn((item) => item.found);
  const truth = pairsIn((item) => item.truth);
  return scoreOf(found === 0 ? 1 : both / found, truth === 0 ? 1 : both / truth);
}

function scoreOf(precision: number, recall: number): Score {
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
