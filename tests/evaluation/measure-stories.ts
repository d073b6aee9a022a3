import { bCubed } from './b-cubed.ts';
import type { ReadSample } from './read-samples.ts';
import { P_R_F1, type Row, rowByLanguage, showCount, showScore } from './table.ts';

/** An article with the group it belongs to and the group it was put into. */
interface Grouped {
  readonly language: ReadSample['language'];
  readonly truth: string;
  readonly found: string;
}

/** How well articles were grouped into stories, and stories into origins. */
export function measureStories(articles: readonly ReadSample[]): Row[] {
  const inStories = articles.filter(({ gold }) => gold.story !== null);
  const stories = inStories.map(
    (one): Grouped => ({
      language: one.language,
      truth: one.gold.story ?? '',
      found: one.story?.id ?? one.gold.file,
    }),
  );
  const origins = inStories.map(
    (one): Grouped => ({
      language: one.language,
      truth: one.gold.origin,
      found: originFound(one),
    }),
  );
  const pairs = pairsOf(stories);
  const wrong = pairs.filter(([one, two]) => one.truth !== two.truth);
  return [
    rowByLanguage('Stories', `B-cubed ${P_R_F1}`, stories, (some) => showScore(bCubed(some))),
    rowByLanguage('Stories', 'true pairs joined, in one language', stories, (some) =>
      joined(pairsOf(some).filter(([one, two]) => one.language === two.language)),
    ),
    acrossLanguages(stories),
    {
      what: 'Stories',
      measure: 'pairs joined wrongly',
      all: showCount(wrong.filter(([one, two]) => one.found === two.found).length, wrong.length),
    },
    rowByLanguage('Origins', `B-cubed ${P_R_F1}`, origins, (some) => showScore(bCubed(some))),
  ];
}

/** A cell tells of the pairs of which one article is in that language. */
function acrossLanguages(stories: readonly Grouped[]): Row {
  const pairs = pairsOf(stories).filter(([one, two]) => one.language !== two.language);
  const row = rowByLanguage('Stories', 'true pairs joined, across languages', stories, (some) =>
    joined(pairs.filter((pair) => pair.some((one) => some.includes(one)))),
  );
  return { ...row, all: joined(pairs) };
}

function joined(pairs: readonly (readonly [Grouped, Grouped])[]): string {
  const right = pairs.filter(([one, two]) => one.truth === two.truth);
  return showCount(right.filter(([one, two]) => one.found === two.found).length, right.length);
}

function pairsOf(items: readonly Grouped[]): [Grouped, Grouped][] {
  return items.flatMap((one, at) => items.slice(at + 1).map((two): [Grouped, Grouped] => [one, two]));
}

function originFound({ story, article, gold }: ReadSample): string {
  const origin = story?.origins.find(({ articleIds }) => articleIds.includes(article.id));
  return origin?.id ?? gold.file;
}
