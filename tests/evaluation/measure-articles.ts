import { setScore } from './b-cubed.ts';
import type { ReadSample } from './read-samples.ts';
import { P_R_F1, type Row, rowByLanguage, showScore } from './table.ts';

/** What was read out of single articles: relevance, people, dates. */
export function measureArticles(articles: readonly ReadSample[]): Row[] {
  const score = (trueOf: (one: ReadSample) => readonly string[], foundOf: typeof trueOf) => {
    return (some: readonly ReadSample[]) => showScore(setScore(keysOf(some, trueOf), keysOf(some, foundOf)));
  };
  return [
    rowByLanguage(
      'Relevance',
      P_R_F1,
      articles,
      score(
        ({ gold }) => (isAboutUs(gold.relevance) ? ['about us'] : []),
        ({ understanding }) => (isAboutUs(understanding.relevance.kind) ? ['about us'] : []),
      ),
    ),
    rowByLanguage(
      'People named',
      P_R_F1,
      articles,
      score(({ gold }) => gold.people, peopleFound),
    ),
    rowByLanguage('Days told', P_R_F1, articles, score(daysTold, daysFound)),
  ];
}

function keysOf(articles: readonly ReadSample[], of: (one: ReadSample) => readonly string[]): Set<string> {
  return new Set(articles.flatMap((one) => of(one).map((value) => `${one.gold.file} ${value}`)));
}

function isAboutUs(kind: string): boolean {
  return kind === 'bilateral' || kind === 'one-side';
}

function peopleFound({ understanding }: ReadSample): string[] {
  return understanding.mentions.filter(({ kind }) => kind === 'person').map(({ entityId }) => entityId);
}

function daysTold({ gold }: ReadSample): string[] {
  return gold.dates.filter(({ precision }) => precision === 'day').map(({ from, to }) => `${from} ${to}`);
}

function daysFound({ understanding }: ReadSample): string[] {
  return understanding.dates
    .filter(({ precision }) => precision === 'day')
    .map(({ fromDay, toDay }) => `${fromDay} ${toDay}`);
}
