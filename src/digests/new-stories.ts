import { leadSentence } from '../answers/lead-sentence.ts';
import type { Article } from '../domain/article.ts';
import type { Shown, StoryTold } from '../domain/edition-plan.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import { allPages } from './all-pages.ts';
import type { DigestPorts, EditionRequest, Section } from './edition-request.ts';
import { isWanted, subjectOfStory } from './is-wanted.ts';
import { toldBefore } from './told-before.ts';
import { storyKeys } from './told-keys.ts';

const MOST_STORIES = 12;

/** The stories none of whose articles was told, the most widely reported first. */
export async function newStories(
  request: EditionRequest,
  ports: DigestPorts,
): Promise<Section<Shown<StoryTold>>> {
  const span = { since: request.lookFromAt, until: request.period.toAt };
  const filter = request.due === null ? span : { ...span, isNews: true as const };
  const stories = await allPages((window) => ports.store.stories.latest(filter, window));
  const inScope = stories.filter((story) => isInScope(story, request));
  const articles = await articlesForMutes(inScope, request, ports);
  const candidates = inScope.filter((story) => {
    const own = story.articleIds.flatMap((id) => articles.get(id) ?? []);
    return isWanted(subjectOfStory(story, own), request);
  });
  const known = await toldBefore(candidates.flatMap(storyKeys), request, ports);
  const fresh = candidates
    .filter((story) => !storyKeys(story).some((key) => known.has(key)))
    .sort(byWeight(ports.relationship));
  const shown = await Promise.all(
    fresh.slice(0, MOST_STORIES).map((story) => storyTold(story, request, ports)),
  );
  return {
    rows: { rows: shown, total: fresh.length },
    articleIds: shown.flatMap(({ story }) => story.articleIds),
    told: fresh.flatMap(storyKeys),
  };
}

/** Only whether a source is muted depends on the articles. */
async function articlesForMutes(
  stories: readonly Story[],
  { mutes }: EditionRequest,
  { store }: DigestPorts,
): Promise<ReadonlyMap<ArticleId, Article>> {
  if (mutes.every(({ kind }) => kind !== 'source')) return new Map();
  const articles = await store.articles.getMany(stories.flatMap(({ articleIds }) => articleIds));
  return new Map(articles.map((article) => [article.id, article]));
}

/** On request a story counts where it began; an edition also tells one that only now reached the archive. */
function isInScope({ firstPublishedAt }: Story, { due, period }: EditionRequest): boolean {
  return due !== null || (firstPublishedAt !== null && firstPublishedAt >= period.fromAt);
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

async function storyTold(story: Story, request: EditionRequest, { store }: DigestPorts): Promise<StoryTold> {
  const article = quotedArticle(story, await store.articles.getMany(story.articleIds), request);
  if (article === null) return { story, articleId: story.leadId, lead: null };
  const understanding = await store.understandings.get(article.id);
  return {
    story,
    articleId: article.id,
    lead: leadSentence(article.text, understanding?.sentences ?? []),
  };
}

/** The lead where the reader can read it, else the earliest article that the reader can, else the lead. */
function quotedArticle(
  story: Story,
  articles: readonly Article[],
  { language, mutes }: EditionRequest,
): Article | null {
  const isMutedSource = ({ sourceId }: Article) =>
    mutes.some(({ kind, id }) => kind === 'source' && id === sourceId.value);
  const quotable = articles.filter((article) => !isMutedSource(article));
  const lead = quotable.find(({ id }) => id === story.leadId) ?? quotable[0];
  if (lead === undefined || lead.language.value === language) return lead ?? null;
  return quotable.find((article) => article.language.value === language) ?? lead;
}
