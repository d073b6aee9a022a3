import type { NewsEvent, Participant } from '../domain/ledger.ts';
import type { Entry, Inlines } from '../domain/message.ts';
import { type ArticlesById, citations } from './citations.ts';
import { bold, joined, text } from './inline.ts';
import { entry, eventActions } from './item-actions.ts';
import { nameOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { showSpan } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** One event in one line: when, what, its status, who in which office, where, and the sources. */
export function eventLine(event: NewsEvent, articles: ArticlesById, reader: Reader): Inlines {
  const words = wordsIn(reader.language);
  const status = words.eventStatuses[event.status];
  const kind = event.visitKind === null ? null : words.visitKinds[event.visitKind];
  return joined([
    [bold(showSpan(event, words))],
    [text(event.title)],
    [text(kind === null ? status : `${kind}, ${status}`)],
    event.participants.length === 0 ? [] : [text(event.participants.map(showParticipant).join('; '))],
    event.placeId === null ? [] : [text(nameOf(event.placeId, reader.relationship))],
    citations(
      event.evidence.map(({ articleId }) => articleId),
      articles,
      reader,
    ),
  ]);
}

/** One event of a list. */
export function eventEntry(event: NewsEvent, articles: ArticlesById, reader: Reader): Entry {
  return entry(eventLine(event, articles, reader), eventActions(event, reader));
}

/** `Murat Nurtleu (Deputy Prime Minister and Foreign Minister, KZ)`: the office at the event's time. */
function showParticipant({ name, office, side }: Participant): string {
  return `${name} (${office === null ? side : `${office}, ${side}`})`;
}
