/** Chance that the walk goes on from sentence to sentence rather than starting anew: lower than in the papers, for news is short. */
const DAMPING = 0.5;
const ROUNDS = 60;
const SMALL_CHANGE = 1e-9;

/** Terms of a sentence, each with its weight; of length one unless empty. */
export type TermVector = ReadonlyMap<string, number>;

/** One vector a sentence: term frequency times inverse sentence frequency, brought to length one. */
export function termVectors(sentences: readonly (readonly string[])[]): readonly TermVector[] {
  const holding = new Map<string, number>();
  for (const terms of sentences)
    for (const term of new Set(terms)) holding.set(term, (holding.get(term) ?? 0) + 1);
  return sentences.map((terms) => {
    const weights = new Map<string, number>();
    for (const term of terms) {
      const rarity = Math.log(1 + sentences.length / (holding.get(term) ?? 1));
      weights.set(term, (weights.get(term) ?? 0) + rarity);
    }
    return withLengthOne(weights);
  });
}

export function likeness(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/**
 * How central each sentence is: the share of time that a random walk over the sentences, from each to others like it,
 * spends there (continuous LexRank: Erkan and Radev 2004, "LexRank: graph-based lexical centrality as salience in text
 * summarization"). A sentence like no other sends it anywhere. It starts anew where `bias` is large (Otterbacher, Erkan
 * and Radev 2005). Sums to one.
 */
export function lexRank(vectors: readonly TermVector[], bias: readonly number[]): readonly number[] {
  const start = shares(bias);
  const steps = vectors.map((vector, at) =>
    shares(vectors.map((other, to) => (to === at ? 0 : likeness(vector, other)))),
  );
  let ranks: readonly number[] = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = ranks.map((_, at) => {
      const arriving = ranks.reduce((sum, rank, from) => sum + rank * (steps[from]?.[at] ?? 0), 0);
      return (1 - DAMPING) * (start[at] ?? 0) + DAMPING * arriving;
    });
    const change = next.reduce((sum, rank, at) => sum + Math.abs(rank - (ranks[at] ?? 0)), 0);
    ranks = next;
    if (change < SMALL_CHANGE) break;
  }
  return ranks;
}

function withLengthOne(weights: ReadonlyMap<string, number>): TermVector {
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...weights].map(([term, weight]) => [term, weight / length]));
}

function shares(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}
