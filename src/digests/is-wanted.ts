import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { NewsEvent } from '../domain/ledger.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import type { Interest, Mute } from '../domain/subscription.ts';

/** What somebody wants, and does not want, to hear of. */
export interface Wish {
  readonly interest: Interest;
  readonly mutes: readonly Mute[];
}

/** What a story, an event or an agreement is about, and who reports it. */
export interface Subject {
  readonly topicIds: readonly string[];
  readonly personIds: readonly string[];
  /** Its own id when it is an agreement. */
  readonly agreementIds: readonly string[];
  readonly sides: readonly string[];
  readonly languages: readonly string[];
  readonly originCount: number;
  readonly articleIds: readonly ArticleId[];
  /** Of its articles, as far as they are known. */
  readonly sourceIds: readonly string[];
}

/** Does it touch each thing that was asked for, and nothing that is muted? Whoever follows agreements hears of them alone. */
export function isWanted(subject: Subject, { interest, mutes }: Wish): boolean {
  return (
    touches(interest.topicIds, subject.topicIds) &&
    touches(interest.personIds, subject.personIds) &&
    touches(interest.agreementIds, subject.agreementIds) &&
    touches(interest.sides, subject.sides) &&
    touches(interest.languages, subject.languages) &&
    subject.originCount >= interest.minOrigins &&
    !isMuted(subject, mutes)
  );
}

/** A source is muted where nobody else tells it. */
export function isMuted(subject: Subject, mutes: readonly Mute[]): boolean {
  const ids = (kind: Mute['kind']) => mutes.filter((mute) => mute.kind === kind).map(({ id }) => id);
  const sources = ids('source');
  return (
    ids('story').some((id) => subject.articleIds.some((own) => own === id)) ||
    ids('topic').some((id) => subject.topicIds.includes(id)) ||
    (subject.sourceIds.length > 0 && subject.sourceIds.every((id) => sources.includes(id)))
  );
}

/** Does it ask for some things only? Who reports them, and how many, is another question. */
export function isParticular({ topicIds, personIds, agreementIds }: Interest): boolean {
  return topicIds.length + personIds.length + agreementIds.length > 0;
}

function touches(wanted: readonly string[], found: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((id) => found.includes(id));
}

/** `articles` are those of the story that are known; without them no source is. */
export function subjectOfStory(story: Story, articles: readonly Article[]): Subject {
  return {
    topicIds: story.topicIds,
    personIds: story.personIds,
    agreementIds: [],
    sides: story.sides,
    languages: story.languages,
    originCount: story.origins.length,
    articleIds: story.articleIds,
    sourceIds: sourcesOf(articles),
  };
}

/** `articles` are those that tell of it; each source counts as an origin. */
export function subjectOfEvent(
  event: NewsEvent,
  articles: readonly Article[],
  relationship: Relationship,
): Subject {
  return {
    topicIds: event.topicIds,
    personIds: event.participants.map(({ id }) => id),
    agreementIds: [],
    ...reportedBy(articles, relationship),
  };
}

/** An agreement has the topics and people of the stories that tell of it. */
export function subjectOfAgreement(
  agreementId: string,
  told: { readonly stories: readonly Story[]; readonly articles: readonly Article[] },
  relationship: Relationship,
): Subject {
  return {
    topicIds: told.stories.flatMap(({ topicIds }) => topicIds),
    personIds: told.stories.flatMap(({ personIds }) => personIds),
    agreementIds: [agreementId],
    ...reportedBy(told.articles, relationship),
  };
}

function reportedBy(articles: readonly Article[], { sources }: Relationship) {
  const sourceIds = sourcesOf(articles);
  const sideOf = new Map(sources.map(({ id, side }) => [id, side]));
  return {
    sides: sourceIds.map((id) => sideOf.get(id) ?? 'third'),
    languages: articles.map(({ language }) => language.value),
    originCount: Math.max(sourceIds.length, 1),
    articleIds: articles.map(({ id }) => id),
    sourceIds,
  };
}

function sourcesOf(articles: readonly Article[]): readonly string[] {
  return [...new Set(articles.flatMap(({ sourceId }) => sourceId.value ?? []))];
}
