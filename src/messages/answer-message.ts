import type { Evidence } from '../domain/article.ts';
import type { Agreement, NewsEvent } from '../domain/ledger.ts';
import type { Block, Inlines, Message } from '../domain/message.ts';
import type { HeldTitle } from '../domain/offices.ts';
import type { Person } from '../domain/relationship.ts';
import { agreementLine } from './agreement-line.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import type { ArticlesById } from './citations.ts';
import { eventLine } from './event-line.ts';
import { bold, text } from './inline.ts';
import { passageLine } from './passage-line.ts';
import type { Reader } from './reader.ts';
import { showTenure } from './show-span.ts';
import { wordsIn } from './words-in.ts';

export type ShownFact =
  | { readonly kind: 'event'; readonly event: NewsEvent; readonly evidence: Evidence | null }
  | { readonly kind: 'agreement'; readonly agreement: Agreement; readonly evidence: Evidence | null }
  | {
      readonly kind: 'office';
      readonly person: Person;
      readonly held: HeldTitle;
      readonly evidence: Evidence | null;
    };

export interface AnswerView {
  readonly question: string;
  readonly facts: readonly ShownFact[];
  readonly sentences: readonly Evidence[];
  readonly articles: ArticlesById;
}

/** What the ledger knows first, each with the sentence that shows it; then stored sentences, word for word. */
export function answerMessage({ question, facts, sentences, articles }: AnswerView, reader: Reader): Message {
  const { ask } = wordsIn(reader.language);
  const lines = facts.map(withNewEvidence).flatMap((fact) => factLines(fact, articles, reader));
  const quoted = facts.flatMap(({ evidence }) => (evidence === null ? [] : [keyOf(evidence)]));
  const passages = sentences
    .filter((sentence) => !quoted.includes(keyOf(sentence)))
    .flatMap((sentence) => passageOf(sentence, articles, reader));
  return {
    blocks: [
      heading(ask.heading(question)),
      ...titled(facts.every(({ kind }) => kind === 'office') ? ask.fromProfile : ask.fromLedger, lines),
      ...titled(lines.length === 0 ? null : ask.fromArticles, passages),
    ],
  };
}

/** A sentence that showed an earlier fact is not quoted again. */
function withNewEvidence(fact: ShownFact, index: number, facts: readonly ShownFact[]): ShownFact {
  const { evidence } = fact;
  if (evidence === null) return fact;
  const isQuoted = facts
    .slice(0, index)
    .some((other) => other.evidence !== null && keyOf(other.evidence) === keyOf(evidence));
  return isQuoted ? { ...fact, evidence: null } : fact;
}

function titled(title: string | null, lines: readonly Inlines[]): Block[] {
  if (lines.length === 0) return [];
  return [...(title === null ? [] : [paragraph([bold(title)])]), bullets(lines)];
}

function factLines(fact: ShownFact, articles: ArticlesById, reader: Reader): readonly Inlines[] {
  const shown = fact.evidence === null ? [] : passageOf(fact.evidence, articles, reader);
  switch (fact.kind) {
    case 'event':
      return [eventLine(fact.event, articles, reader), ...shown];
    case 'agreement':
      return [agreementLine(fact.agreement, articles, reader), ...shown];
    case 'office':
      return [holderLine(fact.person, fact.held, reader), ...shown];
  }
}

function holderLine(person: Person, held: HeldTitle, { language }: Reader): Inlines {
  const words = wordsIn(language);
  const dates = showTenure(held, words);
  const rest = [`${held.title}, ${held.side}`, dates].filter((part) => part !== '');
  return [bold(person.name), text(` · ${rest.join(' · ')}`)];
}

function passageOf(evidence: Evidence, articles: ArticlesById, reader: Reader): readonly Inlines[] {
  const article = articles.get(evidence.articleId);
  return article ? [passageLine(evidence, article, reader)] : [];
}

function keyOf({ articleId, start }: Evidence): string {
  return `${articleId} ${start}`;
}
