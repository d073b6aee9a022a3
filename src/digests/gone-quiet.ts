import { coverageOf, coverageSince } from '../answers/coverage-of.ts';
import type { CoverageRow } from '../domain/coverage.ts';
import type { SilenceTold } from '../domain/edition-plan.ts';
import type { Instant } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Store } from '../ports/store.ts';

/** The sides and languages that are silent for longer than their rhythm explains. */
export async function goneQuiet(
  now: Instant,
  relationship: Relationship,
  store: Store,
): Promise<readonly SilenceTold[]> {
  const feeds = await store.feeds.all();
  if (feeds.length === 0) return [];
  const counts = await store.feeds.articleCounts(coverageSince(now), now);
  const { sides, languages } = coverageOf(
    { counts, feeds, relationship, now },
    { weeks: 1, measure: 'relevant' },
  );
  return [...silencesOf('side', sides), ...silencesOf('language', languages)];
}

function silencesOf(kind: SilenceTold['kind'], rows: readonly CoverageRow[]): readonly SilenceTold[] {
  return rows.flatMap(({ of, standing }) =>
    standing.kind === 'quiet' ? [{ kind, of, lastDay: standing.lastDay, everyDays: standing.everyDays }] : [],
  );
}
