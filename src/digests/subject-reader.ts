import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Agreement, NewsEvent } from '../domain/ledger.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import { type Subject, subjectOfAgreement, subjectOfEvent, subjectOfStory } from './is-wanted.ts';

/** What stories, events and agreements are about. */
export interface SubjectReader {
  ofStory(story: Story): Subject;
  ofEvent(event: NewsEvent): Subject;
  ofAgreement(agreement: Agreement): Subject;
}

interface Known {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly storiesByArticle: ReadonlyMap<ArticleId, Story>;
}

/** Reads it out of these articles and stories, and remembers it: every reader's wish is held against the same. */
export function createSubjectReader(known: Known, relationship: Relationship): SubjectReader {
  const { articles, storiesByArticle } = known;
  const reportsOf = (ids: readonly ArticleId[]) => [...new Set(ids)].flatMap((id) => articles.get(id) ?? []);
  return {
    ofStory: remembered((story: Story) => subjectOfStory(story, reportsOf(story.articleIds))),
    ofEvent: remembered((event: NewsEvent) =>
      subjectOfEvent(event, reportsOf(event.evidence.map(({ articleId }) => articleId)), relationship),
    ),
    ofAgreement: remembered((agreement: Agreement) => {
      const ids = agreement.steps.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId));
      const stories = [...new Set(ids.flatMap((id) => storiesByArticle.get(id) ?? []))];
      return subjectOfAgreement(agreement.id, { stories, articles: reportsOf(ids) }, relationship);
    }),
  };
}

function remembered<Thing extends object>(read: (thing: Thing) => Subject): (thing: Thing) => Subject {
  const subjects = new WeakMap<Thing, Subject>();
  return (thing) => {
    const subject = subjects.get(thing) ?? read(thing);
    subjects.set(thing, subject);
    return subject;
  };
}
