import { isoAtPrecision } from '../domain/day.ts';
import type { Agreement, AgreementStep } from '../domain/ledger.ts';
import type { Entry, Inlines, Message } from '../domain/message.ts';
import { actions, bullets, heading, paragraph } from './blocks.ts';
import { type ArticlesById, citations } from './citations.ts';
import { bold, joined, text } from './inline.ts';
import { agreementActions, entry } from './item-actions.ts';
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

/** One agreement with its whole path in a list: its name, kind and status, then every step with its date and sources. */
export function agreementEntry(agreement: Agreement, articles: ArticlesById, reader: Reader): Entry {
  const steps = agreement.steps.map((step) => stepLine(step, articles, reader));
  return entry(joined([...namedParts(agreement, reader), ...steps]), agreementActions(agreement, reader));
}

/** One agreement by itself: its path, every step with its date and sources, oldest first. The first action would lead here. */
export function agreementMessage(agreement: Agreement, articles: ArticlesById, reader: Reader): Message {
  const [, ...kindAndStatus] = namedParts(agreement, reader);
  return {
    blocks: [
      heading(agreement.name),
      paragraph(joined(kindAndStatus)),
      bullets(agreement.steps.map((step) => stepLine(step, articles, reader))),
      actions(agreementActions(agreement, reader).slice(1)),
    ],
  };
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
