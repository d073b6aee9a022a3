import type { Article } from '../domain/article.ts';
import type { ArticleId, Language, StoryId } from '../domain/identity.ts';
import type { ArticleLink, Origin, Story } from '../domain/story.ts';
import type { ArticleStore, Fingerprint } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { connected } from './group-articles.ts';

/** A feature of a topic weighs this much when the article is surely about it. */
const SURE_TOPIC_WEIGHT = 0.4;
const LEAD_LANGUAGE: Language = 'en';

/** Builds the story of a group of articles. Its id comes from its lead, so it stays while later articles join. */
export async function storyOf(
  members: readonly Fingerprint[],
  links: readonly ArticleLink[],
  ports: { readonly index: ProfileIndex; readonly articles: ArticleStore },
): Promise<Story> {
  const ordered = [...members].sort(byPublication);
  const lead = ordered[0] as Fingerprint;
  const titled = await titledArticle(ordered, ports.articles);
  const times = ordered.flatMap(({ publishedAt }) => publishedAt ?? []);
  return {
    id: `s-${lead.articleId.slice(2)}` as StoryId,
    title: titled?.title.value ?? '',
    titleLanguage: titled?.language.value ?? 'other',
    leadId: lead.articleId,
    articleIds: ordered.map(({ articleId }) => articleId),
    origins: originsOf(ordered, links),
    languages: [...new Set(ordered.map(({ language }) => language as Language))].sort(),
    sides: sidesOf(ordered, ports.index),
    topicIds: namesWith('t:', ordered, (weight) => weight >= SURE_TOPIC_WEIGHT),
    personIds: namesWith('p:', ordered, () => true),
    firstPublishedAt: times.length === 0 ? null : Math.min(...times),
    lastPublishedAt: times.length === 0 ? null : Math.max(...times),
    relatedStoryIds: [],
  };
}

function originsOf(ordered: readonly Fingerprint[], links: readonly ArticleLink[]): Origin[] {
  const place = new Map(ordered.map(({ articleId }, at) => [articleId, at]));
  const inOrder = (a: ArticleId, b: ArticleId) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  return connected([...place.keys()], links, ['same-origin'])
    .map((ids) => ids.sort(inOrder))
    .sort((a, b) => inOrder(a[0] as ArticleId, b[0] as ArticleId))
    .map((articleIds) => {
      const leadId = articleIds[0] as ArticleId;
      return { id: `o-${leadId.slice(2)}`, leadId, articleIds };
    });
}

/** The title comes from the first English article, else from the lead. */
async function titledArticle(
  ordered: readonly Fingerprint[],
  articles: ArticleStore,
): Promise<Article | null> {
  const chosen = ordered.find(({ language }) => language === LEAD_LANGUAGE) ?? ordered[0];
  return chosen === undefined ? null : articles.get(chosen.articleId);
}

function sidesOf(members: readonly Fingerprint[], { relationship }: ProfileIndex): string[] {
  const bySource = new Map(relationship.sources.map(({ id, side }) => [id, side]));
  return [...new Set(members.flatMap(({ sourceId }) => bySource.get(sourceId ?? '') ?? []))].sort();
}

function namesWith(
  prefix: string,
  members: readonly Fingerprint[],
  isSure: (weight: number) => boolean,
): string[] {
  const names = members.flatMap(({ features }) =>
    Object.entries(features).flatMap(([name, weight]) =>
      name.startsWith(prefix) && isSure(weight) ? [name.slice(prefix.length)] : [],
    ),
  );
  return [...new Set(names)].sort();
}

/** Stated publication times before inferred ones, which never lead when there is another; then time, then id. */
function byPublication(a: Fingerprint, b: Fingerprint): number {
  return (
    Number(b.isPublicationStated) - Number(a.isPublicationStated) ||
    (a.publishedAt ?? Number.MAX_SAFE_INTEGER) - (b.publishedAt ?? Number.MAX_SAFE_INTEGER) ||
    (a.articleId < b.articleId ? -1 : 1)
  );
}
