import type { NewsEvent } from '../domain/ledger.ts';
import type { Block, Message } from '../domain/message.ts';
import type { Relationship } from '../domain/relationship.ts';
import { entries, fields, heading, paragraph } from './blocks.ts';
import type { ArticlesById } from './citations.ts';
import { eventEntry } from './event-line.ts';
import { bold, text } from './inline.ts';
import { PAGE_SIZE, type Place, pageEnd, windowOf } from './paging.ts';
import { sideName } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** Visits by direction, newest first, after a count of every direction and kind. `visits` holds all of them. */
export function visitsMessage(
  visits: readonly NewsEvent[],
  articles: ArticlesById,
  { place, reader }: { place: Place; reader: Reader },
): Message {
  const shown = visitsOnPage(visits, place);
  const groups = Map.groupBy(shown, (visit) => directionOf(visit, reader));
  return {
    blocks: [
      heading(wordsIn(reader.language).visits.heading),
      fields(countFields(visits, reader)),
      ...[...groups].flatMap(([direction, group]): Block[] => [
        paragraph([bold(direction)]),
        entries(group.map((visit) => eventEntry(visit, articles, reader))),
      ]),
      ...pageEnd(visits.length, place, reader),
    ],
  };
}

export function visitsOnPage(visits: readonly NewsEvent[], { page }: Place): readonly NewsEvent[] {
  const { offset } = windowOf(page);
  return visits.slice(offset, offset + PAGE_SIZE);
}

function countFields(visits: readonly NewsEvent[], reader: Reader) {
  const words = wordsIn(reader.language);
  const groups = Map.groupBy(visits, (visit) => directionOf(visit, reader));
  return [...groups].map(([label, group]) => {
    const kinds = Map.groupBy(group, ({ visitKind }) =>
      visitKind === null ? words.visits.kindNotTold : words.visitKinds[visitKind],
    );
    const counts = [...kinds].map(([kind, some]) => `${kind} ${some.length}`).join(', ');
    return { label, value: [text(`${group.length} (${counts})`)] };
  });
}

/** `Kazakhstan → Pakistan`: from the visitor's side to the hosts'. */
function directionOf({ participants, hostSide }: NewsEvent, reader: Reader): string {
  const { visits } = wordsIn(reader.language);
  const guest = participants[0]?.side ?? otherSide(hostSide, reader.relationship);
  if (hostSide === null || guest === null || guest === hostSide) return visits.elsewhere;
  return visits.direction(sideName(guest, reader.relationship), sideName(hostSide, reader.relationship));
}

function otherSide(hostSide: string | null, { sides }: Relationship): string | null {
  if (!sides.some(({ id }) => id === hostSide)) return null;
  return sides.find(({ id }) => id !== hostSide)?.id ?? null;
}
