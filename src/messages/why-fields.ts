import type { Article } from '../domain/article.ts';
import type { Certainty } from '../domain/identity.ts';
import type { Field, Inline, Inlines } from '../domain/message.ts';
import { publicationDay } from '../domain/publication-day.ts';
import type { Mention, TopicScore, Understanding } from '../domain/understanding.ts';
import { field } from './blocks.ts';
import { sourceName } from './cite.ts';
import { code, joined, quote, text } from './inline.ts';
import { nameOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { showDate, showInstant } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** Where an article came from and what was told or inferred about it before it was stored. */
export function storedFields(article: Article, reader: Reader): Field[] {
  const words = wordsIn(reader.language);
  const { why, certainties } = words;
  const sure = (certainty: Certainty) => ` (${certainties[certainty]})`;
  const stored = `${showInstant(article.storedAt, reader.zone, words)}, ${why.revision(article.revision)}`;
  const { value: sourceId, certainty } = article.sourceId;
  const source = `${sourceName(article, reader.relationship)}${sure(certainty)}`;
  return [
    field(why.stored, [code(article.id), text(` · ${stored}`)]),
    field(why.from, [addressOf(article)]),
    field(why.source, sourceId === null ? why.unknownSource : source),
    field(why.published, published(article, reader)),
    field(why.title, certainties[article.title.certainty]),
    field(why.language, `${words.languages[article.language.value]}${sure(article.language.certainty)}`),
  ];
}

/** What was read out of an article's text: relevance, entities and topics, with the words that told so. */
export function readFields({ text: body }: Article, understanding: Understanding, reader: Reader): Field[] {
  const { why, relevance } = wordsIn(reader.language);
  const { kind, reasons } = understanding.relevance;
  const because = reasons.length === 0 ? '' : `: ${reasons.join('; ')}`;
  return [
    field(why.relevance, `${relevance[kind]}${because}`),
    field(why.entities, orNone(entities(body, understanding, reader), reader)),
    field(why.topics, orNone(topics(understanding, reader), reader)),
  ];
}

function addressOf({ url, locator }: Article): Inline {
  return url === null ? code(locator) : { kind: 'link', text: url, url };
}

function published(article: Article, reader: Reader): string {
  const words = wordsIn(reader.language);
  const { certainty, reason } = article.publication;
  const day = publicationDay(article, reader.relationship);
  const shown = day === null ? words.dates.undated : showDate(day, words);
  return `${shown} (${words.certainties[certainty]}: ${reason})`;
}

function entities(body: string, { mentions, language }: Understanding, { relationship }: Reader): Inlines {
  const byEntity = Map.groupBy(mentions, ({ entityId }) => entityId);
  const parts = [...byEntity].map(([entityId, found]): Inlines => {
    const forms = new Set(found.map((mention) => printed(mention, body)));
    const words = [...forms].map((form): Inlines => [quote(form, language)]);
    return [text(`${nameOf(entityId, relationship)}: `), ...joined(words, ', ')];
  });
  return joined(parts, '; ');
}

function topics({ topics: found, language }: Understanding, { relationship }: Reader): Inlines {
  const parts = found.map(({ topicId, score, words }: TopicScore): Inlines => {
    const matched = words.map((word): Inlines => [quote(word, language)]);
    return [text(`${nameOf(topicId, relationship)} ${score.toFixed(2)}: `), ...joined(matched, ', ')];
  });
  return joined(parts, '; ');
}

function orNone(found: Inlines, { language }: Reader): Inlines {
  return found.length === 0 ? [text(wordsIn(language).why.none)] : found;
}

function printed({ start, end }: Mention, body: string): string {
  return body.slice(start, end).replaceAll(/\s+/gu, ' ');
}
