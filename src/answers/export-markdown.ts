import { isoAtPrecision } from '../domain/day.ts';
import type { AgreementStatus, EventStatus } from '../domain/ledger.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { ExportJson } from './export-json.ts';
import { type ExportSource, exportSources } from './export-sources.ts';
import { markdownLink, markdownText } from './markdown-text.ts';

/** The words of a press review; the words of a locale hold them. */
export interface ReviewWords {
  readonly dates: { readonly undated: string };
  readonly eventStatuses: Readonly<Record<EventStatus, string>>;
  readonly agreementStatuses: Readonly<Record<AgreementStatus, string>>;
  readonly pressReview: {
    heading(relationship: string): string;
    readonly stories: string;
    readonly events: string;
    readonly agreements: string;
    month(year: number, month: number): string;
    counts(articles: number, languages: number, origins: number): string;
  };
}

interface Review {
  readonly relationship: Relationship;
  readonly words: ReviewWords;
}

/** A press review: the relevant stories by month, newest first, with their sources; events; agreements with their steps. */
export function exportMarkdown(json: ExportJson, review: Review): string {
  const { pressReview } = review.words;
  const sections = [
    `# ${markdownText(pressReview.heading(review.relationship.name))}`,
    ...section(pressReview.stories, storyBlocks(json, review)),
    ...section(pressReview.events, lines(eventLines(json, review))),
    ...section(
      pressReview.agreements,
      lines(json.agreements.map((one) => agreementLines(one, json, review))),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(heading: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`## ${heading}`, ...blocks];
}

function lines(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.join('\n')];
}

function storyBlocks(json: ExportJson, review: Review): readonly string[] {
  const relevant = new Set(json.articles.filter(({ isRelevant }) => isRelevant).map(({ id }) => id));
  const stories = json.stories
    .filter(({ articleIds }) => articleIds.some((id) => relevant.has(id)))
    .toSorted((a, b) => newestFirst(a.firstPublishedAt, b.firstPublishedAt));
  const months = Map.groupBy(stories, ({ firstPublishedAt }) => monthOf(firstPublishedAt, review));
  return [...months].flatMap(([month, told]) => [
    `### ${month}`,
    told.map((story) => storyLines(story, json, review)).join('\n'),
  ]);
}

function storyLines(story: ExportJson['stories'][number], json: ExportJson, review: Review): string {
  const { articleIds, languages, originCount, title } = story;
  const counts = review.words.pressReview.counts(articleIds.length, languages.length, originCount);
  const sources = exportSources(json.articles)(articleIds.map((articleId) => ({ articleId })))
    .toSorted((a, b) => newestFirst(b.publishedAt, a.publishedAt))
    .map((source) => `  - ${markdownLink(source.title, source.url)} — ${nameAndDay(source, review)}`);
  return [`- **${markdownText(title)}** — ${counts}`, ...sources].join('\n');
}

function eventLines({ articles, events }: ExportJson, review: Review): readonly string[] {
  const sourcesOf = exportSources(articles);
  return events
    .toSorted((a, b) => newestFirst(a.from, b.from))
    .map(({ from, to, title, status, evidence }) => {
      const when = from === to ? from : `${from} – ${to}`;
      const told = `${markdownText(title)} (${review.words.eventStatuses[status]})`;
      return `- ${when}: ${told}${cited(sourcesOf(evidence), review)}`;
    });
}

function agreementLines(
  { name, status, steps }: ExportJson['agreements'][number],
  { articles }: ExportJson,
  review: Review,
): string {
  const { agreementStatuses } = review.words;
  const sourcesOf = exportSources(articles);
  const told = steps.map(
    (step) => `  - ${step.on}: ${agreementStatuses[step.status]}${cited(sourcesOf(step.evidence), review)}`,
  );
  return [`- **${markdownText(name)}** — ${agreementStatuses[status]}`, ...told].join('\n');
}

function cited(sources: readonly ExportSource[], { relationship }: Review): string {
  if (sources.length === 0) return '';
  return ` — ${sources.map((one) => markdownLink(sourceName(one, relationship), one.url)).join(', ')}`;
}

function nameAndDay(source: ExportSource, { relationship, words }: Review): string {
  const day = source.publishedAt === null ? words.dates.undated : source.publishedAt.slice(0, 10);
  return `${markdownText(sourceName(source, relationship))}, ${day}`;
}

function sourceName({ source }: ExportSource, { sources }: Relationship): string {
  return sources.find(({ id }) => id === source)?.name ?? source;
}

function monthOf(publishedAt: string | null, { words }: Review): string {
  if (publishedAt === null) return words.dates.undated;
  const [year = '', month = ''] = isoAtPrecision(publishedAt.slice(0, 10), 'month').split('-');
  return words.pressReview.month(Number(year), Number(month));
}

/** The undated come last. */
function newestFirst(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') > (b ?? '') ? -1 : 1;
}
