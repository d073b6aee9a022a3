import { isoAtPrecision } from '../domain/day.ts';
import type { Agreement, AgreementStep } from '../domain/ledger.ts';
import type { Inlines } from '../domain/message.ts';
import { type ArticlesById, citations } from './citations.ts';
import { bold, joined, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { showDate } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** One agreement in one line: its name, kind and status, then every step with its date and sources. */
export function agreementLine(agreement: Agreement, articles: ArticlesById, reader: Reader): Inlines {
  const { instrumentKinds, agreementStatuses } = wordsIn(reader.language);
  const steps = agreement.steps.map((step) => stepOf(step, articles, reader));
  return joined([
    [bold(agreement.name)],
    [text(`${instrumentKinds[agreement.kind]}, ${agreementStatuses[agreement.status]}`)],
    joined(steps, ' → '),
  ]);
}

function stepOf(
  { status, onDay, precision, evidence }: AgreementStep,
  articles: ArticlesById,
  reader: Reader,
): Inlines {
  const words = wordsIn(reader.language);
  const when = showDate(isoAtPrecision(onDay, precision), words);
  const ids = evidence.map(({ articleId }) => articleId);
  return [text(`${words.agreementStatuses[status]} ${when} `), ...citations(ids, articles, reader)];
}
