import type { StoryId } from '../../src/domain/identity.ts';
import type { Page, StoryFilter, Window } from '../../src/ports/store.ts';
import type { Db } from './tables.ts';

/** Ids only: sorting would otherwise carry every story along. */
export async function latestStories(
  db: Db,
  filter: StoryFilter,
  { limit, offset }: Window,
): Promise<Page<StoryId>> {
  const fitting = storiesFitting(db, filter);
  const rows = await fitting
    .select('id')
    .orderBy('last_published_at', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await fitting
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(({ id }) => id), total: Number(total) };
}

function storiesFitting(db: Db, { topicIds = [], personId, since, until, isNews }: StoryFilter) {
  let stories = db.selectFrom('stories');
  if (since !== undefined) stories = stories.where('last_published_at', '>=', since);
  if (until !== undefined) stories = stories.where('first_published_at', '<', until);
  if (topicIds.length > 0) {
    const onTopic = db.selectFrom('story_topics').select('story_id').where('topic_id', 'in', topicIds);
    stories = stories.where('id', 'in', onTopic);
  }
  if (personId !== undefined) {
    const withPerson = db.selectFrom('story_people').select('story_id').where('person_id', '=', personId);
    stories = stories.where('id', 'in', withPerson);
  }
  if (isNews) stories = stories.where(({ exists }) => exists(newsArticles(db)));
  return stories;
}

function newsArticles(db: Db) {
  return db
    .selectFrom('story_articles')
    .innerJoin('articles', 'articles.id', 'story_articles.article_id')
    .select('articles.id')
    .whereRef('story_articles.story_id', '=', 'stories.id' as never)
    .where('articles.is_backlog', '=', 0);
}
