import { isoAtPrecision } from '../domain/day.ts';
import type { Agreement, AgreementStep } from '../domain/ledger.ts';
import type { Block, Inlines } from '../domain/message.ts';
import { bullets, paragraph } from './blocks.ts';
import { type ArticlesById, citations } from './citations.ts';
import { bold, joined, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { showDate } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** One agreement in one line: its name, kind and status, and the latest step to that status with its sources. */
export function agreementLine(agreement: Agreement, articles: ArticlesById, reader: Reader): Inlines {
  const step = agreement.steps.findLast(({ status }) => status === agreement.status);
  return joined([
    ...namedParts(agreement, reader),
    step === undefined ? [] : stepLine(step, articles, reader),
  ]);
}

/** One agreement with its whole path: every step with its date and sources, oldest first. */
export function agreementBlocks(
  agreement: Agreement,
  articles: ArticlesById,
  reader: Reader,
): readonly Block[] {
  return [
    paragraph(joined(namedParts(agreement, reader))),
    bullets(agreement.steps.map((step) => stepLine(step, articles, reader))),
  ];
}

function namedParts({ name, kind, status }: Agreement, { language }: Reader): readonly Inlines[] {
  const { instrumentKinds, agreementStatuses } = wordsIn(language);
  return [[bold(name)], [text(`${instrumentKinds[kind]}, ${agreementStatuses[status]}`)]];
}

function stepLine(
  { status, onDay, precision, evidence }: AgreementStep,
  articles: ArticlesById,
  reader: Reader,
): Inlines {
  const words = wordsIn(reader.language);
  const when = showDate(isoAtPrecision(onDay, precision), words);
  const ids = evidence.map(({ articleId }) => articleId);
  return [text(`${words.agreementStatuses[status]} ${when} `), ...citations(ids, articles, reader)];
}
