import type { ArticleId, StoryId } from '../../src/domain/identity.ts';
import type { Story } from '../../src/domain/story.ts';
import type { StoryStore } from '../../src/ports/store.ts';
import { inChunks, inOrderOf } from './in-chunks.ts';
import { atomically } from './in-transaction.ts';
import { latestStories } from './latest-stories.ts';
import { MIN_REFERENCE, startsWith } from './reference.ts';
import { readJson } from './stored-json.ts';
import { linksOf, saveLinks } from './story-links.ts';
import type { Db } from './tables.ts';

export function storyStore(db: Db): StoryStore {
  return {
    saveLinks: (id, links) => atomically(db, (trx) => saveLinks(trx, id, links)),
    linksOf: (ids, kinds) => linksOf(db, ids, kinds),
    replace: (stories, gone) => atomically(db, (trx) => replace(trx, stories, gone)),
    find: (reference) => find(db, reference),
    getMany: (ids) => getMany(db, ids),
    ofArticles: (ids) => ofArticles(db, ids),
    homesOf: (ids) => homesOf(db, ids),
    latest: async (filter, window) => {
      const { rows, total } = await latestStories(db, filter, window);
      return { rows: await getMany(db, rows), total };
    },
  };
}

async function replace(db: Db, stories: readonly Story[], gone: readonly StoryId[]): Promise<void> {
  const articleIds = stories.flatMap((story) => story.articleIds);
  const held = await homesOf(db, articleIds);
  const replaced = new Set([...gone, ...held.values(), ...stories.map(({ id }) => id)]);
  await inChunks([...replaced], (chunk) => db.deleteFrom('stories').where('id', 'in', chunk).execute());
  const rows = stories.map((story) => ({
    id: story.id,
    first_published_at: story.firstPublishedAt,
    last_published_at: story.lastPublishedAt,
    body: JSON.stringify(story),
  }));
  await inChunks(rows, (chunk) => db.insertInto('stories').values(chunk).execute());
  await insertMembers(db, stories);
  await insertNames(db, stories);
}

async function insertMembers(db: Db, stories: readonly Story[]): Promise<void> {
  const members = stories.flatMap(({ id, articleIds }) =>
    articleIds.map((articleId) => ({ article_id: articleId, story_id: id })),
  );
  await inChunks(members, (chunk) => db.insertInto('story_articles').values(chunk).execute());
}

async function insertNames(db: Db, stories: readonly Story[]): Promise<void> {
  const topics = stories.flatMap(({ id, topicIds }) =>
    topicIds.map((topicId) => ({ topic_id: topicId, story_id: id })),
  );
  const people = stories.flatMap(({ id, personIds }) =>
    personIds.map((personId) => ({ person_id: personId, story_id: id })),
  );
  await inChunks(topics, (chunk) => db.insertInto('story_topics').values(chunk).execute());
  await inChunks(people, (chunk) => db.insertInto('story_people').values(chunk).execute());
}

async function find(db: Db, reference: string): Promise<Story | null> {
  const [exact] = await getMany(db, [reference as StoryId]);
  if (exact || reference.length < MIN_REFERENCE) return exact ?? null;
  const rows = await db
    .selectFrom('stories')
    .select('body')
    .where((where) => startsWith(where, 'id', reference))
    .limit(2)
    .execute();
  const [row, another] = rows;
  return row && !another ? readJson<Story>(row.body) : null;
}

async function getMany(db: Db, ids: readonly StoryId[]): Promise<readonly Story[]> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('stories').select('body').where('id', 'in', chunk).execute(),
  );
  const found = rows.flat().map(({ body }) => readJson<Story>(body));
  return inOrderOf(ids, found, ({ id }) => id);
}

async function ofArticles(db: Db, ids: readonly ArticleId[]): Promise<readonly Story[]> {
  const homes = await homesOf(db, ids);
  return getMany(db, [...new Set(homes.values())].sort());
}

async function homesOf(db: Db, ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, StoryId>> {
  const rows = await inChunks(ids, (chunk) =>
    db
      .selectFrom('story_articles')
      .select(['article_id', 'story_id'])
      .where('article_id', 'in', chunk)
      .execute(),
  );
  return new Map(rows.flat().map(({ article_id, story_id }) => [article_id, story_id]));
}
