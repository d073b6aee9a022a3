import type { Evidence } from '../domain/article.ts';
import { type Day, isoAtPrecision, type Precision } from '../domain/day.ts';
import type { AgreementStatus } from '../domain/ledger.ts';
import type { Inlines, Message } from '../domain/message.ts';
import type { ArticlesById } from './citations.ts';
import { bold, text } from './inline.ts';
import { articleActions, entry } from './item-actions.ts';
import { listMessage } from './list-message.ts';
import type { Place } from './paging.ts';
import { passageLine } from './passage-line.ts';
import type { Reader } from './reader.ts';
import { showDate } from './show-span.ts';
import { wordsIn } from './words-in.ts';

export interface EvidenceView {
  readonly title: string;
  /** One page of it. */
  readonly shown: readonly EvidenceRow[];
  /** On all pages. */
  readonly total: number;
  readonly articles: ArticlesById;
}

export interface EvidenceRow {
  readonly evidence: Evidence;
  readonly step: {
    readonly status: AgreementStatus;
    readonly onDay: Day;
    readonly precision: Precision;
  } | null;
}

/** The sentences behind something, word for word, each with its source. */
export function evidenceMessage(view: EvidenceView, place: Place, reader: Reader): Message {
  const { evidence: words } = wordsIn(reader.language);
  const entries = view.shown.flatMap((row) => {
    const article = view.articles.get(row.evidence.articleId);
    if (article === undefined) return [];
    const passage = passageLine(row.evidence, article, reader);
    return [entry([...stepWords(row, reader), ...passage], articleActions(article.id, reader))];
  });
  return listMessage({ heading: words.heading(view.title), entries, total: view.total }, place, reader);
}

function stepWords({ step }: EvidenceRow, { language }: Reader): Inlines {
  if (step === null) return [];
  const words = wordsIn(language);
  const when = showDate(isoAtPrecision(step.onDay, step.precision), words);
  return [bold(words.evidence.step(words.agreementStatuses[step.status], when)), text(': ')];
}
