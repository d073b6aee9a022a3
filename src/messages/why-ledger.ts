import type { Article } from '../domain/article.ts';
import type { Observation } from '../domain/ledger.ts';
import type { Block } from '../domain/message.ts';
import { bullets, paragraph } from './blocks.ts';
import { bold, joined, text } from './inline.ts';
import { passageLine } from './passage-line.ts';
import { nameOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { showSpan } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** What an article tells the ledger, each with the sentence that tells it. */
export function whyLedger(article: Article, observations: readonly Observation[], reader: Reader): Block[] {
  const { why } = wordsIn(reader.language);
  const lines = observations.map((observation) =>
    joined([
      [text(toldOf(observation, reader))],
      [text(showSpan(observation, wordsIn(reader.language)))],
      passageLine(observation, article, reader),
    ]),
  );
  return [paragraph([bold(why.ledger)]), lines.length === 0 ? paragraph(why.noLedger) : bullets(lines)];
}

function toldOf(observation: Observation, { language, relationship }: Reader): string {
  const words = wordsIn(language);
  if (observation.about === 'agreement') {
    return `${observation.name}: ${words.agreementStatuses[observation.status]}`;
  }
  const { kind, visitKind, status, personIds } = observation;
  const what = visitKind === null ? words.eventKinds[kind] : words.visitKinds[visitKind];
  const people = personIds.map((id) => nameOf(id, relationship)).join(', ');
  return `${what}, ${words.eventStatuses[status]}${people === '' ? '' : `: ${people}`}`;
}
