import type { AgreementTold, AheadTold, StoryTold } from '../domain/edition-plan.ts';
import type { Entry, Inlines } from '../domain/message.ts';
import { agreementStepLine } from './agreement-line.ts';
import type { ArticlesById } from './citations.ts';
import { cite, sourceName } from './cite.ts';
import { eventEntry } from './event-line.ts';
import { bold, joined, quote, text } from './inline.ts';
import { agreementActions, entry, storyActions } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { showDate } from './show-span.ts';
import { showTitle } from './show-title.ts';
import { storyReach } from './story-line.ts';
import { wordsIn } from './words-in.ts';

const MOST_OUTLETS = 5;
/** A longer sentence is cut between words: a digest is read at a glance. */
const LONGEST_QUOTE = 320;

/** A story: title, first sentence word for word with its source, how widely it was told, by whom. */
export function storyToldEntry(told: StoryTold, articles: ArticlesById, reader: Reader): Entry {
  const { story } = told;
  const title = isBeginning(story.title, told.lead) ? [] : titleOf(told, articles, reader);
  const line = joined([
    joined([title, leadOf(told, articles, reader)], ' — '),
    [text(storyReach(story, reader))],
    outletsOf(told, articles, reader),
  ]);
  return entry(line, storyActions(story, reader));
}

/** An agreement: its name, kind, and the step that is news with its date and sources. */
export function agreementToldEntry(
  { agreement, step }: AgreementTold,
  articles: ArticlesById,
  reader: Reader,
): Entry {
  const line = agreementStepLine(agreement, step, articles, reader);
  return entry(line, agreementActions(agreement, reader));
}

/** An announced event with its sources, or an anniversary, which comes from the profile and says so. */
export function aheadEntry(row: AheadTold, articles: ArticlesById, reader: Reader): Entry {
  if (row.kind === 'event') return eventEntry(row.event, articles, reader);
  const words = wordsIn(reader.language);
  const { name, on } = row.anniversary;
  const line = joined([
    [bold(showDate(row.day, words))],
    [text(name)],
    [text(words.digest.anniversary(row.years, showDate(on, words)))],
    [text(words.digest.fromProfile)],
  ]);
  return entry(line, []);
}

/** An article without a headline is titled by its first words; they need not be said twice. */
function isBeginning(title: string, lead: string | null): boolean {
  return lead?.startsWith(title.replace(/\s*…$/, '')) ?? false;
}

/** The story's own title, or the one of the quoted article when only that is in the reader's language. */
function titleOf({ story, articleId }: StoryTold, articles: ArticlesById, reader: Reader): Inlines {
  const quoted = articles.get(articleId);
  const isReadable = quoted?.language.value === reader.language && story.titleLanguage !== reader.language;
  return isReadable && quoted
    ? showTitle(quoted.title.value, quoted.language.value, reader)
    : showTitle(story.title, story.titleLanguage, reader);
}

function leadOf({ articleId, lead }: StoryTold, articles: ArticlesById, reader: Reader): Inlines {
  const article = articles.get(articleId);
  if (article === undefined) return [];
  if (lead === null) return [cite(article, reader)];
  const language = article.language.value;
  const shown = shortened(lead);
  const end = shown === lead ? '' : '…';
  const mark = language === reader.language || language === 'other' ? '' : ` (${language})`;
  return [quote(shown, language), text(`${end}${mark} `), cite(article, reader)];
}

function outletsOf({ story, articleId }: StoryTold, articles: ArticlesById, reader: Reader): Inlines {
  const ids = [...story.origins.map(({ leadId }) => leadId), ...story.articleIds];
  const quoted = nameOfOutlet(articleId, articles, reader);
  const names = new Set(ids.flatMap((id) => nameOfOutlet(id, articles, reader)));
  const others = [...names].filter((name) => !quoted.includes(name));
  if (others.length === 0) return [];
  const shown = others.slice(0, MOST_OUTLETS).join(', ');
  return [text(wordsIn(reader.language).digest.outlets(shown, Math.max(0, others.length - MOST_OUTLETS)))];
}

function nameOfOutlet(
  id: StoryTold['articleId'],
  articles: ArticlesById,
  { relationship }: Reader,
): readonly string[] {
  const article = articles.get(id);
  return article === undefined ? [] : [sourceName(article, relationship)];
}

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence;
  const cut = sentence.lastIndexOf(' ', LONGEST_QUOTE);
  return sentence.slice(0, cut > 0 ? cut : LONGEST_QUOTE);
}
