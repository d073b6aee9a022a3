import type { Relationship, SideId } from '../domain/relationship.ts';
import { inWords } from './in-words.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** The name of a person, topic or other thing of the profile; the id itself when the profile no longer has it. */
export function nameOf(id: string, relationship: Relationship): string {
  const { people, topics, places, organisations, corridors, instruments } = relationship;
  const named = [people, topics, places, organisations, corridors, instruments];
  for (const things of named) {
    const thing = things.find((candidate) => candidate.id === id);
    if (thing) return thing.name;
  }
  const office = relationship.offices.find((candidate) => candidate.id === id);
  if (office) return `${office.title}, ${office.side}`;
  return sideName(id, relationship);
}

/** `Trade`, `Trade and Defence`. */
export function namesOf(
  ids: readonly string[],
  { relationship, language }: Pick<Reader, 'relationship' | 'language'>,
): string {
  return inWords(
    ids.map((id) => nameOf(id, relationship)),
    wordsIn(language),
  );
}

export function sideName(id: SideId, { sides }: Relationship): string {
  return sides.find((side) => side.id === id)?.name ?? id;
}
