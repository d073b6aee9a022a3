import type { Article } from '../domain/article.ts';
import type { EditionPlan, Headline } from '../domain/edition-plan.ts';
import type { ArticleId, StoryId } from '../domain/identity.ts';
import type { CitedInEdition } from '../domain/subscription.ts';

type Lists = Pick<EditionPlan, 'headline' | 'stories' | 'developments' | 'events' | 'agreements' | 'ahead'>;

/** An article, and the story in which it stands. */
interface Standing {
  readonly articleId: ArticleId;
  readonly storyId: StoryId | null;
}

/** Every article that the lists of a plan name. */
export function articleIdsIn(lists: Lists): readonly ArticleId[] {
  return [...new Set(standings(lists).map(({ articleId }) => articleId))];
}

/** Every article that a plan shows, with the words shown of it. */
export function citedInPlan(
  lists: Lists,
  articles: ReadonlyMap<ArticleId, Article>,
): readonly CitedInEdition[] {
  const shown = lists.stories.rows.flatMap(({ passages }) => passages);
  const unique = new Map(
    standings(lists).map((each) => [`${each.articleId} ${each.storyId === null}`, each]),
  );
  return [...unique.values()].flatMap(({ articleId, storyId }) => {
    const article = articles.get(articleId);
    if (article === undefined) return [];
    const { revision } = article;
    const texts = storyId === null ? [] : shown.filter((passage) => passage.articleId === articleId);
    const words = texts.length === 0 ? [null] : texts.map(({ text }) => text);
    return words.map((text) => ({ articleId, revision, storyId, text }));
  });
}

function standings(lists: Lists): readonly Standing[] {
  const ofStories = lists.stories.rows.flatMap(({ story }) =>
    story.articleIds.map((articleId) => ({ articleId, storyId: story.id })),
  );
  const confirmed = lists.developments.rows.flatMap((row) =>
    row.kind === 'side' ? row.articleIds.map((articleId) => ({ articleId, storyId: row.story.id })) : [],
  );
  const evidence = evidenceIn(lists).map(({ articleId }) => ({ articleId, storyId: null }));
  return [...ofStories, ...confirmed, ...evidence];
}

function evidenceIn({ headline, developments, events, agreements, ahead }: Lists) {
  const changes = developments.rows.flatMap((row) => (row.kind === 'side' ? [] : [row]));
  return [
    ...[...(headline === null ? [] : [headline]), ...changes].flatMap(evidenceOf),
    ...events.rows.flatMap((event) => event.evidence),
    ...agreements.rows.flatMap(({ step }) => step.evidence),
    ...ahead.rows.flatMap((row) => (row.kind === 'event' ? row.event.evidence : [])),
  ];
}

function evidenceOf(row: Headline) {
  return 'event' in row ? row.event.evidence : row.told.step.evidence;
}
