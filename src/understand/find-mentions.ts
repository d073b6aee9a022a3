import type { Language } from '../domain/identity.ts';
import type { Mention } from '../domain/understanding.ts';
import type { PhraseHit } from '../language/phrase-index.ts';
import type { Word } from '../language/words.ts';
import type { Name, ProfileIndex } from './profile-index.ts';

/** A text taken apart once; every reader of it shares the words. */
export interface WordedText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: Language;
}

/** How near, in characters, an office and its holder stand: "Foreign Minister Murat Nurtleu", "Kosanov, the defence minister". */
const OFFICE_REACH = 60;
/** " of ", " der Republik ": what may stand between a title and its country. */
const GENITIVE_REACH = 6;

/**
 * Everything of the profile that the text names, in reading order. A bare family name counts once a full form of that
 * person has stood before it (`knownPeople` are those named in the title); an ambiguous title goes to the office whose
 * holder stands beside it, else to the side named nearest before it.
 */
export function findMentions(
  worded: WordedText,
  index: ProfileIndex,
  knownPeople: readonly string[],
): Mention[] {
  const { text, words, language } = worded;
  const hits = index.names.find(text, words, language);
  const plain = hits.flatMap((hit) => plainMentions(hit));
  const families = familyMentions(worded, index, plain, knownPeople);
  const named = [...plain, ...families].sort((a, b) => a.start - b.start || a.end - b.end);
  const offices = hits.flatMap((hit) => officeMention(hit, named, index) ?? []);
  return [...named, ...offices].sort((a, b) => a.start - b.start || a.end - b.end);
}

function plainMentions({ values, start, end, isInflected }: PhraseHit<Name>): Mention[] {
  return values
    .filter(({ kind }) => kind !== 'office')
    .map(({ kind, entityId, isMistake }) => ({
      kind,
      entityId,
      start,
      end,
      match: isMistake ? 'mistake' : isInflected ? 'inflected' : 'exact',
    }));
}

function familyMentions(
  { text, words, language }: WordedText,
  index: ProfileIndex,
  named: readonly Mention[],
  knownPeople: readonly string[],
): Mention[] {
  const people = named.filter(({ kind }) => kind === 'person');
  return index.familyNames.find(text, words, language).flatMap(({ values, start, end }) => {
    if (named.some((mention) => start < mention.end && mention.start < end)) return [];
    const before = people
      .filter((mention) => mention.end <= start && values.includes(mention.entityId))
      .at(-1);
    const entityId = before?.entityId ?? onlyOne(values.filter((id) => knownPeople.includes(id)));
    return entityId === null
      ? []
      : [{ kind: 'person' as const, entityId, start, end, match: 'family-name' as const }];
  });
}

function onlyOne(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function officeMention(
  { values, start, end, isInflected }: PhraseHit<Name>,
  named: readonly Mention[],
  index: ProfileIndex,
): Mention | null {
  const offices = values.filter(({ kind }) => kind === 'office');
  if (offices.length === 0) return null;
  const entityId =
    heldBeside(offices, named, index, { start, end }) ?? ofNearestSide(offices, named, index, { start, end });
  if (entityId === null) return null;
  return { kind: 'office', entityId, start, end, match: isInflected ? 'inflected' : 'exact' };
}

function heldBeside(
  offices: readonly Name[],
  named: readonly Mention[],
  index: ProfileIndex,
  { start, end }: { start: number; end: number },
): string | null {
  const near = named
    .filter(({ kind }) => kind === 'person')
    .map((mention) => ({
      mention,
      distance: mention.start >= end ? mention.start - end : start - mention.end,
    }))
    .filter(({ distance }) => distance >= 0 && distance <= OFFICE_REACH)
    .sort((a, b) => a.distance - b.distance);
  for (const { mention } of near) {
    const tenures = index.people.get(mention.entityId)?.tenures ?? [];
    const held = offices.find(({ entityId }) => tenures.some(({ officeId }) => officeId === entityId));
    if (held !== undefined) return held.entityId;
  }
  return null;
}

/** "President of Kazakhstan", "президент Казахстана": the side right behind the title, else the nearest before it. */
function ofNearestSide(
  offices: readonly Name[],
  named: readonly Mention[],
  index: ProfileIndex,
  { start, end }: { start: number; end: number },
): string | null {
  if (offices.length === 1) return offices[0]?.entityId ?? null;
  const behind = named.filter((mention) => mention.start >= end && mention.start - end <= GENITIVE_REACH);
  const before = named.filter((mention) => mention.end <= start).toReversed();
  for (const mention of [...behind, ...before]) {
    const side = sideOfMention(mention, index);
    const held = offices.find((office) => office.side === side);
    if (held !== undefined) return held.entityId;
  }
  return null;
}

/** The side a mention speaks for; `third` for instruments and anything the profile does not place. */
export function sideOfMention({ kind, entityId }: Mention, index: ProfileIndex): string {
  return index.sides.get(`${kind}:${entityId}`) ?? 'third';
}
