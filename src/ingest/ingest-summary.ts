import type { SaveOutcome } from '../domain/article.ts';
import type { Source } from '../domain/relationship.ts';

interface FailedDocument {
  readonly name: string;
  readonly reason: string;
}

type SourceSummary = Readonly<Record<SaveOutcome, number>> & {
  readonly name: string;
  readonly failed: readonly FailedDocument[];
};

/** `totals.failed` is a number: the documents themselves stand with their sources. */
export interface IngestSummary {
  readonly sources: readonly SourceSummary[];
  readonly totals: Readonly<Record<SaveOutcome | 'failed', number>>;
}

export interface Tally {
  countArticle(sourceId: string | null, outcome: SaveOutcome): void;
  countFailed(failure: FailedDocument & { readonly sourceId?: string | null }): void;
  /** Sources in the order of their names; what no source could be told for comes last. */
  summary(): IngestSummary;
}

type Counts = Record<SaveOutcome, number> & { failed: FailedDocument[] };

export function openTally(sources: readonly Source[]): Tally {
  const counts = new Map<string | null, Counts>();
  const countsOf = (sourceId: string | null): Counts => {
    const found = counts.get(sourceId) ?? { new: 0, revised: 0, unchanged: 0, failed: [] };
    counts.set(sourceId, found);
    return found;
  };
  return {
    countArticle(sourceId, outcome) {
      countsOf(sourceId)[outcome] += 1;
    },
    countFailed({ name, reason, sourceId = null }) {
      countsOf(sourceId).failed.push({ name, reason });
    },
    summary: () => summarise(counts, sources),
  };
}

function summarise(counts: ReadonlyMap<string | null, Counts>, sources: readonly Source[]): IngestSummary {
  const named = sources
    .flatMap(({ id, name }) => [counts.get(id)].flatMap((found) => (found ? [{ name, ...found }] : [])))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const unknown = counts.get(null);
  const all = unknown === undefined ? named : [...named, { name: 'unknown source', ...unknown }];
  const sum = (count: (source: SourceSummary) => number) =>
    all.reduce((total, each) => total + count(each), 0);
  return {
    sources: all,
    totals: {
      new: sum((source) => source.new),
      revised: sum((source) => source.revised),
      unchanged: sum((source) => source.unchanged),
      failed: sum((source) => source.failed.length),
    },
  };
}
