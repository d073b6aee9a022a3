import type { Coverage, CoverageRow } from '../domain/coverage.ts';
import { dayOf } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Block, Field, Message } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { bullets, field, fields, heading, paragraph } from './blocks.ts';
import { bold, code, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { showDate, showSpan } from './show-span.ts';
import { wordsIn } from './words-in.ts';

const FEEDS_SHOWN = 10;

/** A line for each side and each language: its articles week by week, and whether it has gone quiet. */
export function coverageMessage(coverage: Coverage, reader: Reader): Message {
  const words = wordsIn(reader.language);
  const { measure, fromDay, toDay, sides, languages, staleFeeds } = coverage;
  const span = showSpan({ fromDay, toDay, precision: 'day' }, words);
  return {
    blocks: [
      heading(words.coverage.heading(reader.relationship.name, sides[0]?.weeks.length ?? 0)),
      paragraph(words.coverage.howToRead(words.coverage.measures[measure], span)),
      paragraph([bold(words.coverage.bySide)]),
      fields(sides.map((row) => rowField(sideLabel(row, reader), row, words))),
      ...languageBlocks(languages, words),
      ...staleBlocks(staleFeeds, reader),
    ],
  };
}

function languageBlocks(languages: readonly CoverageRow[], words: Words): Block[] {
  if (languages.length === 0) return [];
  const names: Readonly<Record<string, string>> = words.languages;
  const rows = languages.map((row) => rowField(names[row.of] ?? row.of, row, words));
  return [paragraph([bold(words.coverage.byLanguage)]), fields(rows)];
}

function sideLabel({ of }: CoverageRow, { relationship, language }: Reader): string {
  return relationship.sides.find(({ id }) => id === of)?.name ?? wordsIn(language).coverage.third;
}

/** `0 2 3 1 · 6 articles · 1 of 2 feeds is down`: code keeps the numbers together and apart from the words. */
function rowField(label: string, row: CoverageRow, words: Words): Field {
  const total = row.weeks.reduce((sum, articles) => sum + articles, 0);
  const facts = [words.counts.articles(total), ...someDown(row, words), ...standing(row, words)];
  return field(label, [code(row.weeks.join(' ')), text(` · ${facts.join(' · ')}`)]);
}

function someDown({ feeds, feedsDown, standing }: CoverageRow, { coverage }: Words): string[] {
  const isRead = standing.kind === 'heard' || standing.kind === 'quiet';
  return isRead && feedsDown > 0 ? [coverage.someDown(feedsDown, feeds)] : [];
}

function standing({ standing }: CoverageRow, words: Words): string[] {
  const { standings } = words.coverage;
  switch (standing.kind) {
    case 'heard':
      return [];
    case 'quiet':
      return [standings.quiet(showDate(standing.lastDay, words), standing.everyDays)];
    case 'no-feed':
      return [standings.noFeed];
    case 'down':
      return [standings.down];
    case 'unread':
      return [standings.unread];
  }
}

function staleBlocks(feeds: readonly Feed[], { language, zone }: Reader): Block[] {
  const words = wordsIn(language);
  if (feeds.length === 0) return [];
  const shown = feeds.slice(0, FEEDS_SHOWN).map(({ title, state, addedAt }) => {
    const since = showDate(dayOf(state.lastNewAt ?? addedAt, zone), words);
    return [bold(title), text(` · ${words.dates.since(since)}`)];
  });
  const rest = feeds.length - shown.length;
  const more = rest > 0 ? [[text(words.coverage.moreFeeds(rest))]] : [];
  return [paragraph(words.coverage.stale), bullets([...shown, ...more])];
}
