import { leadSentence } from '../answers/lead-sentence.ts';
import type { Article } from '../domain/article.ts';
import type { KeyedCorrection } from '../domain/correction.ts';
import type { ArticleId, StoryId } from '../domain/identity.ts';
import type { CitedInEdition } from '../domain/subscription.ts';
import type { Citing } from '../ports/channel-stores.ts';
import type { Store } from '../ports/store.ts';

/** What an edition showed, beside what the archive holds now. */
interface Compared {
  readonly citing: Citing;
  readonly changed: ReadonlySet<ArticleId>;
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly homes: ReadonlyMap<ArticleId, StoryId>;
  readonly store: Store;
}

/** What no longer holds of an edition since these articles changed; each thing has one key, however often it changes. */
export async function findCorrections(
  citing: Citing,
  changed: ReadonlySet<ArticleId>,
  store: Store,
): Promise<readonly KeyedCorrection[]> {
  const ids = [...new Set(citing.cited.map(({ articleId }) => articleId))];
  const articles = new Map((await store.articles.getMany(ids)).map((article) => [article.id, article]));
  const compared = { citing, changed, articles, homes: await store.stories.homesOf(ids), store };
  return [...(await ofArticles(compared)), ...ofStories(compared)];
}

async function ofArticles(compared: Compared): Promise<readonly KeyedCorrection[]> {
  const { citing, changed } = compared;
  const found: KeyedCorrection[] = [];
  for (const cited of citing.cited.filter(({ articleId }) => changed.has(articleId))) {
    const correction = await ofArticle(cited, compared);
    if (correction !== null) found.push({ key: keyOf(citing, cited.articleId, correction.kind), correction });
  }
  return [...new Map(found.map((each) => [each.key, each])).values()];
}

async function ofArticle(
  { articleId, text }: CitedInEdition,
  { articles, store }: Compared,
): Promise<KeyedCorrection['correction'] | null> {
  const article = articles.get(articleId);
  if (article === undefined) return { kind: 'withdrawn', was: text };
  if (text === null || comparable(article.text).includes(comparable(text))) return null;
  const understanding = await store.understandings.get(articleId);
  const now = leadSentence(article.text, understanding?.sentences ?? []);
  return { kind: 'reworded', article, was: text, now };
}

/** Other quotation marks, dashes, spaces or capitals are no correction. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .toLowerCase();
}

/** Only where something of the story has moved: what was never one story again is told once, by its key. */
function ofStories(compared: Compared): readonly KeyedCorrection[] {
  const { citing, changed, homes } = compared;
  const shown = citing.cited.flatMap(({ articleId, storyId }) => {
    const homeId = homes.get(articleId);
    return storyId === null || homeId === undefined ? [] : [{ articleId, storyId, homeId }];
  });
  const moved = (group: typeof shown) => group.some(({ articleId }) => changed.has(articleId));
  const splits = [...Map.groupBy(shown, ({ storyId }) => storyId)]
    .filter(([, group]) => moved(group) && firstOfEach(group, 'homeId').length > 1)
    .map(([id, group]) => storyCorrection('split', id, firstOfEach(group, 'homeId'), compared));
  const merges = [...Map.groupBy(shown, ({ homeId }) => homeId)]
    .filter(([, group]) => moved(group) && firstOfEach(group, 'storyId').length > 1)
    .map(([id, group]) => storyCorrection('merged', id, firstOfEach(group, 'storyId'), compared));
  return [...splits, ...merges];
}

/** One article of each story that was shown, or that there is now. */
function firstOfEach<Key extends 'storyId' | 'homeId'>(
  group: readonly (Readonly<Record<Key, StoryId>> & { readonly articleId: ArticleId })[],
  key: Key,
): readonly ArticleId[] {
  return [...Map.groupBy(group, (each) => each[key]).values()].flatMap(([first]) => first?.articleId ?? []);
}

function storyCorrection(
  kind: 'split' | 'merged',
  id: StoryId,
  articleIds: readonly ArticleId[],
  { citing, articles }: Compared,
): KeyedCorrection {
  const shown = articleIds.flatMap((articleId) => articles.get(articleId) ?? []);
  return { key: keyOf(citing, id, kind), correction: { kind, articles: shown } };
}

function keyOf({ edition }: Citing, id: ArticleId | StoryId, kind: string): string {
  return `correction:${edition.id}:${id}#${kind}`;
}
