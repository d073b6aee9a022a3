import type { AheadTold, OfficeChange, Passage, SilenceTold, StoryTold } from '../domain/edition-plan.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Entry, Inlines } from '../domain/message.ts';
import type { ArticlesById } from './citations.ts';
import { cite, sourceName } from './cite.ts';
import { eventEntry } from './event-line.ts';
import { bold, joined, quote, text } from './inline.ts';
import { entry, storyActions } from './item-actions.ts';
import { nameOf, sideName } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { showDate } from './show-span.ts';
import { languageMark, showTitle } from './show-title.ts';
import { storyReach } from './story-line.ts';
import { wordsIn } from './words-in.ts';

const MOST_OUTLETS = 5;
/** A longer sentence is cut between words: a digest is read at a glance. */
const LONGEST_QUOTE = 320;

/** A story: title, what says most of it word for word with its source, how widely it was told, by whom. */
export function storyToldEntry(told: StoryTold, articles: ArticlesById, reader: Reader): Entry {
  const { story, passages } = told;
  const title = passages.some(({ text }) => isBeginning(story.title, text))
    ? []
    : titleOf(told, articles, reader);
  const quoted = passages
    .flatMap((passage) => [text(' '), ...passageLine(passage, articles, reader)])
    .slice(1);
  const line = joined([
    joined([title, quoted], ' — '),
    [text(storyReach(story, reader))],
    outletsOf(told, articles, reader),
  ]);
  return entry(line, storyActions(story, reader));
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

/** Somebody in or out of an office, as the profile has it. */
export function officeChangeEntry(
  { kind, personId, officeId, on }: OfficeChange,
  { language, relationship }: Reader,
): Entry {
  const words = wordsIn(language);
  const when = showDate(on, words);
  const line = joined([
    [bold(when)],
    [text(words.digest.officeChanges[kind](nameOf(personId, relationship), nameOf(officeId, relationship)))],
    [text(words.digest.fromProfile)],
  ]);
  return entry(line, [{ label: words.digest.who, command: `who ${nameOf(personId, relationship)}` }]);
}

/** Who has gone quiet, since when, and what is usual. */
export function silenceEntry({ kind, of, lastDay, everyDays }: SilenceTold, reader: Reader): Entry {
  const words = wordsIn(reader.language);
  const languages: Readonly<Record<string, string>> = words.languages;
  const third = of === 'third' ? words.coverage.third : sideName(of, reader.relationship);
  const name = kind === 'language' ? (languages[of] ?? of) : third;
  const quiet = words.coverage.standings.quiet(showDate(lastDay, words), everyDays);
  const line = [bold(name), text(` · ${quiet}`)];
  return entry(line, [{ label: words.digest.coverage, command: 'coverage' }]);
}

/** An article without a headline is titled by its first words; they need not be said twice. */
function isBeginning(title: string, sentence: string): boolean {
  return sentence.startsWith(title.replace(/\s*…$/, ''));
}

/** The story's own title, or the one of the quoted article when only that is in the reader's language. */
function titleOf({ story, passages }: StoryTold, articles: ArticlesById, reader: Reader): Inlines {
  const quoted = articles.get(passages[0]?.articleId ?? story.leadId);
  const isReadable = quoted?.language.value === reader.language && story.titleLanguage !== reader.language;
  return isReadable && quoted
    ? showTitle(quoted.title.value, quoted.language.value, reader)
    : showTitle(story.title, story.titleLanguage, reader);
}

function passageLine(
  { articleId, text: sentence }: Passage,
  articles: ArticlesById,
  reader: Reader,
): Inlines {
  const article = articles.get(articleId);
  if (article === undefined) return [];
  const language = article.language.value;
  const shown = shortened(sentence);
  const end = shown === sentence ? '' : '…';
  return [quote(shown, language), text(`${end}${languageMark(language, reader)} `), cite(article, reader)];
}

function outletsOf({ story, passages }: StoryTold, articles: ArticlesById, reader: Reader): Inlines {
  const ids = [...story.origins.map(({ leadId }) => leadId), ...story.articleIds];
  const quoted = passages.flatMap(({ articleId }) => nameOfOutlet(articleId, articles, reader));
  const names = new Set(ids.flatMap((id) => nameOfOutlet(id, articles, reader)));
  const others = [...names].filter((name) => !quoted.includes(name));
  if (others.length === 0) return [];
  const shown = others.slice(0, MOST_OUTLETS).join(', ');
  return [text(wordsIn(reader.language).digest.outlets(shown, Math.max(0, others.length - MOST_OUTLETS)))];
}

function nameOfOutlet(id: ArticleId, articles: ArticlesById, { relationship }: Reader): readonly string[] {
  const article = articles.get(id);
  return article === undefined ? [] : [sourceName(article, relationship)];
}

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence;
  const cut = sentence.lastIndexOf(' ', LONGEST_QUOTE);
  return sentence.slice(0, cut > 0 ? cut : LONGEST_QUOTE);
}
