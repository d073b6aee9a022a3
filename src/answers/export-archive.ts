import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import type { Page, Store, Window } from '../ports/store.ts';
import { withRelatedStories } from '../stories/related-stories.ts';
import {
  agreementJson,
  articleJson,
  type ExportJson,
  eventJson,
  personJson,
  storyJson,
} from './export-json.ts';

const BATCH = 500;

/** Everything that is known, sorted by id, so that the same archive always gives the same export. */
export async function exportArchive(store: Store, relationship: Relationship): Promise<ExportJson> {
  const articles = await allArticles(store);
  const ids = articles.map(({ id }) => id);
  const understandings = new Map(
    (await store.understandings.getMany(ids)).map((one) => [one.articleId, one]),
  );
  const listed = await allPages((window) => store.stories.latest({}, window));
  const stories = await withRelatedStories(listed, store.stories);
  const events = await allPages((window) => store.ledger.events({}, window));
  const agreements = await allPages((window) => store.ledger.agreements({}, window));
  const articlesById = new Map(articles.map((article) => [article.id, article]));
  const storyOf = storiesByArticle(stories);
  return {
    articles: articles.map((article) =>
      articleJson(article, understandings.get(article.id), storyOf.get(article.id)),
    ),
    stories: byId(stories).map(storyJson),
    events: byId(events).map((event) => eventJson(event, articlesById)),
    agreements: byId(agreements).map((agreement) => agreementJson(agreement, articlesById)),
    commitments: [],
    quotations: [],
    figures: [],
    differences: [],
    people: byId(relationship.people).map((person) => personJson(person, relationship.offices)),
  };
}

async function allArticles({ articles }: Store): Promise<readonly Article[]> {
  const all: Article[] = [];
  for (;;) {
    const batch = await articles.list(all.at(-1)?.id ?? null, BATCH);
    all.push(...batch);
    if (batch.length < BATCH) return all;
  }
}

async function allPages<Row>(read: (window: Window) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (;;) {
    const { rows } = await read({ limit: BATCH, offset: all.length });
    all.push(...rows);
    if (rows.length < BATCH) return all;
  }
}

function storiesByArticle(stories: readonly Story[]): ReadonlyMap<ArticleId, Story> {
  return new Map(stories.flatMap((story) => story.articleIds.map((id) => [id, story] as const)));
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
