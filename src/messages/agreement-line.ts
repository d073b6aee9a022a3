import { isoAtPrecision } from '../domain/day.ts';
import type { Agreement, AgreementStep } from '../domain/ledger.ts';
import type { Entry, Inlines, Message } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { actions, bullets, heading, paragraph } from './blocks.ts';
import { type ArticlesById, citations } from './citations.ts';
import { bold, joined, text } from './inline.ts';
import { agreementActions, entry } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { showDate } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** One agreement in one line: its name and kind, and the latest step to its status with its sources. */
export function agreementLine(agreement: Agreement, articles: ArticlesById, reader: Reader): Inlines {
  const step = agreement.steps.findLast(({ status }) => status === agreement.status);
  if (step === undefined) return joined(namedParts(agreement, reader));
  return agreementStepLine(agreement, step, articles, reader);
}

/** An agreement at one of its steps: `Transit trade agreement · agreement, signed 4 Feb 2026 · [Dawn, 5 Feb 2026]`. */
export function agreementStepLine(
  { name, kind }: Pick<Agreement, 'name' | 'kind'>,
  step: AgreementStep,
  articles: ArticlesById,
  reader: Reader,
): Inlines {
  const words = wordsIn(reader.language);
  const stands = `${words.agreementStatuses[step.status]} ${showStepDate(step, words)}`;
  const ids = step.evidence.map(({ articleId }) => articleId);
  return joined([
    [bold(name)],
    [text(`${words.instrumentKinds[kind]}, ${stands}`)],
    citations(ids, articles, reader),
  ]);
}

/** One agreement of a list: where it stands, since when, and how many steps led there. */
export function agreementEntry(agreement: Agreement, articles: ArticlesById, reader: Reader): Entry {
  const [first, ...later] = agreement.steps;
  const words = wordsIn(reader.language);
  const path =
    first === undefined || later.length === 0
      ? []
      : [text(words.agreements.path(agreement.steps.length, showStepDate(first, words)))];
  const line = joined([agreementLine(agreement, articles, reader), path]);
  return entry(line, agreementActions(agreement, reader));
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
  const when = showStepDate({ onDay, precision }, words);
  const ids = evidence.map(({ articleId }) => articleId);
  return [text(`${words.agreementStatuses[status]} ${when} `), ...citations(ids, articles, reader)];
}

function showStepDate(
  { onDay, precision }: Pick<AgreementStep, 'onDay' | 'precision'>,
  words: Words,
): string {
  return showDate(isoAtPrecision(onDay, precision), words);
}
