import type { Article } from '../domain/article.ts';
import type { StoryTold } from '../domain/edition-plan.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import type { EditionRequest, Material, Section } from './edition-request.ts';
import { isWanted } from './is-wanted.ts';
import { isNews, isRecent, mutedSources } from './reports-of.ts';
import { storyKeys } from './told-keys.ts';

/** The stories none of whose articles was told, the most widely reported first. */
export function newStories(material: Material): Section<Story> {
  const fresh = wantedStories(material)
    .filter(
      (story) =>
        isInScope(story, material.request) && !storyKeys(story).some((key) => material.told.has(key)),
    )
    .toSorted(byWeight(material.relationship));
  return { rows: fresh, told: fresh.flatMap(storyKeys) };
}

/** Those that the reader wants, without what only sources tell that the channel has muted. */
export function wantedStories({ request, snapshot }: Material): readonly Story[] {
  const muted = mutedSources(request);
  return snapshot.stories.flatMap((story) => {
    const articles = story.articleIds.flatMap((id) => snapshot.articles.get(id) ?? []);
    if (!articles.some((article) => isRecent(article, request)) || !isNews(articles, request)) return [];
    if (!isWanted(snapshot.subjectOf.ofStory(story), request)) return [];
    return [muted.length === 0 ? story : withoutSources(story, articles, muted)];
  });
}

/** A story with the sentences that say most of it. */
export function storyTold(
  story: Story,
  mostSentences: number,
  { request, snapshot }: Pick<Material, 'request' | 'snapshot'>,
): StoryTold {
  const choice = {
    language: request.language,
    mutedSourceIds: mutedSources(request),
    most: mostSentences,
  };
  return { story, passages: snapshot.passages(story, choice) };
}

/** On request a story counts where it began; an edition also tells one that only now reached the archive. */
function isInScope({ firstPublishedAt }: Story, { due, period }: EditionRequest): boolean {
  return due !== null || (firstPublishedAt !== null && firstPublishedAt >= period.fromAt);
}

/** As the story would be without the articles of some sources; its title is then that of the first other article. */
function withoutSources(story: Story, articles: readonly Article[], muted: readonly string[]): Story {
  const kept = articles.filter(({ sourceId }) => !muted.includes(sourceId.value ?? ''));
  const ids = new Set<ArticleId>(kept.map(({ id }) => id));
  const lead = kept.find(({ id }) => id === story.leadId) ?? kept[0];
  if (lead === undefined || kept.length === articles.length) return story;
  const isLead = lead.id === story.leadId;
  const origins = story.origins.flatMap((origin) => {
    const articleIds = origin.articleIds.filter((id) => ids.has(id));
    const leadId = ids.has(origin.leadId) ? origin.leadId : articleIds[0];
    return leadId === undefined ? [] : [{ ...origin, articleIds, leadId }];
  });
  return {
    ...story,
    title: isLead ? story.title : lead.title.value,
    titleLanguage: isLead ? story.titleLanguage : lead.language.value,
    leadId: lead.id,
    articleIds: story.articleIds.filter((id) => ids.has(id)),
    origins,
    languages: story.languages.filter((language) => kept.some((each) => each.language.value === language)),
  };
}

/** Most independent origins first; then those that both sides report, the most articles, the newest. */
function byWeight({ sides }: Relationship): (a: Story, b: Story) => number {
  const bothSides = (story: Story) => Number(sides.every(({ id }) => story.sides.includes(id)));
  return (a, b) =>
    b.origins.length - a.origins.length ||
    bothSides(b) - bothSides(a) ||
    b.articleIds.length - a.articleIds.length ||
    (b.lastPublishedAt ?? 0) - (a.lastPublishedAt ?? 0) ||
    (a.id < b.id ? -1 : 1);
}
