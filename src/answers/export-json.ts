import type { Article, Evidence } from '../domain/article.ts';
import { isoAtPrecision } from '../domain/day.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Agreement, NewsEvent } from '../domain/ledger.ts';
import type { Office, Person } from '../domain/relationship.ts';
import type { Story } from '../domain/story.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { ArticlesById } from './cited-articles.ts';

/** The stable form that other people's programs read; described in the README. */
export interface ExportJson {
  readonly articles: readonly ReturnType<typeof articleJson>[];
  readonly stories: readonly ReturnType<typeof storyJson>[];
  readonly events: readonly ReturnType<typeof eventJson>[];
  readonly agreements: readonly ReturnType<typeof agreementJson>[];
  readonly commitments: readonly never[];
  readonly quotations: readonly never[];
  readonly figures: readonly never[];
  readonly differences: readonly never[];
  readonly people: readonly ReturnType<typeof personJson>[];
}

export function articleJson(
  article: Article,
  understanding: Understanding | undefined,
  story: Story | undefined,
) {
  const relevance = understanding?.relevance.kind;
  const origin = story?.origins.find(({ articleIds }) => articleIds.includes(article.id));
  return {
    id: article.id,
    url: article.url,
    title: article.title.value,
    source: article.sourceId.value,
    language: article.language.value,
    publishedAt: article.publication.at === null ? null : new Date(article.publication.at).toISOString(),
    publishedCertainty: article.publication.certainty,
    isRelevant: relevance === 'bilateral' || relevance === 'one-side',
    storyId: story?.id ?? null,
    originId: origin?.id ?? null,
    text: article.text,
  };
}

export function storyJson(story: Story) {
  return {
    id: story.id,
    title: story.title,
    articleIds: story.articleIds.toSorted(),
    languages: story.languages.toSorted(),
    originCount: story.origins.length,
    firstPublishedAt: story.firstPublishedAt === null ? null : new Date(story.firstPublishedAt).toISOString(),
    relatedStoryIds: story.relatedStoryIds.toSorted(),
  };
}

export function eventJson(event: NewsEvent, articles: ArticlesById) {
  return {
    id: event.id,
    kind: event.kind,
    title: event.title,
    from: isoAtPrecision(event.fromDay, event.precision),
    to: isoAtPrecision(event.toDay, event.precision),
    precision: event.precision,
    status: event.status,
    visitKind: event.visitKind,
    participants: event.participants.map(({ id, name, office, side }) => ({ id, name, office, side })),
    place: event.placeId,
    storyIds: event.storyIds.toSorted(),
    evidence: evidenceJson(event.evidence, articles),
  };
}

export function agreementJson(agreement: Agreement, articles: ArticlesById) {
  return {
    id: agreement.id,
    name: agreement.name,
    kind: agreement.kind,
    status: agreement.status,
    steps: agreement.steps.map(({ status, onDay, precision, evidence }) => ({
      status,
      on: isoAtPrecision(onDay, precision),
      precision,
      evidence: evidenceJson(evidence, articles),
    })),
  };
}

export function personJson({ id, name, spellings, mistakes, tenures }: Person, offices: readonly Office[]) {
  const forms = [name, ...Object.values(spellings).flat(), ...mistakes];
  return {
    id,
    name,
    spellings: [...new Set(forms)],
    offices: tenures.flatMap(({ officeId, from, to }) => {
      const office = offices.find((candidate) => candidate.id === officeId);
      return office ? [{ title: office.title, side: office.side, from, to }] : [];
    }),
  };
}

function evidenceJson(evidence: readonly Evidence[], articles: ArticlesById) {
  return evidence
    .toSorted((a, b) => byText(a.articleId, b.articleId) || a.start - b.start || a.end - b.end)
    .map(({ articleId, start, end }) => ({
      articleId,
      start,
      end,
      text: sliceOf(articleId, start, end, articles),
    }));
}

function sliceOf(id: ArticleId, start: number, end: number, articles: ArticlesById): string {
  return articles.get(id)?.text.slice(start, end) ?? '';
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
