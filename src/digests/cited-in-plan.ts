import type { EditionPlan } from '../domain/edition-plan.ts';
import type { ArticleId, StoryId } from '../domain/identity.ts';
import type { CitedInEdition } from '../domain/subscription.ts';

type Shown = Omit<EditionPlan, 'cited'>;

/** Every article that a plan shows, with the words shown of it. */
export function citedInPlan({
  stories,
  events,
  agreements,
  ahead,
  articles,
}: Shown): readonly CitedInEdition[] {
  const cite = (articleId: ArticleId, storyId: StoryId | null, text: string | null) => {
    const article = articles.get(articleId);
    return article === undefined ? [] : [{ articleId, revision: article.revision, storyId, text }];
  };
  const ofStories = stories.rows.flatMap(({ story, articleId, lead }) =>
    story.articleIds.flatMap((id) => cite(id, story.id, id === articleId ? lead : null)),
  );
  const shownEvents = [...events.rows, ...ahead.flatMap((row) => (row.kind === 'event' ? [row.event] : []))];
  const evidence = [...shownEvents, ...agreements.rows.map(({ step }) => step)].flatMap(
    (told) => told.evidence,
  );
  const ofLedger = [...new Set(evidence.map(({ articleId }) => articleId))].flatMap((id) =>
    cite(id, null, null),
  );
  return [...ofStories, ...ofLedger];
}
