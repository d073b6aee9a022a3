import { LANGUAGES } from '../../../src/domain/identity.ts';
import type { Person, Relationship, Side, Spellings, Topic } from '../../../src/domain/relationship.ts';
import type { ProfileFiles } from './schema.ts';

/** Only the languages that a file names are keys of the result. */
type WrittenSpellings = ProfileFiles['people'][number]['spellings'];

/** From the words of the files to the words of the domain. */
export function toRelationship(files: ProfileFiles): Relationship {
  const [first, second] = files.profile.sides;
  return {
    id: files.profile.id,
    name: files.profile.name,
    sides: [toSide(first), toSide(second)],
    establishedOn: files.profile.established,
    anniversaries: files.profile.anniversaries.map(({ id, name, on }) => ({ id, name, on })),
    people: files.people.map(toPerson),
    offices: files.offices.map(({ single, spellings, note: _note, ...office }) => ({
      ...office,
      isSingle: single,
      spellings: composed(spellings),
    })),
    organisations: files.organisations.map(toNamedThing),
    places: files.places.map(toNamedThing),
    corridors: files.corridors.map(toNamedThing),
    instruments: files.agreements.map(({ id, name, kind, spellings }) => ({
      id,
      name,
      kind,
      spellings: composed(spellings),
    })),
    topics: files.topics.map(toTopic),
    sources: files.sources.map(toSource),
  };
}

function toSide({ note: _note, ...side }: ProfileFiles['profile']['sides'][number]): Side {
  return { ...side, names: composed(side.names), demonyms: composed(side.demonyms) };
}

function toPerson(person: ProfileFiles['people'][number]): Person {
  const { other: _other, ...familyName } = person.familyName ?? {};
  return {
    id: person.id,
    side: person.side,
    name: person.name,
    style: person.rank ?? null,
    spellings: composed(person.spellings),
    mistakes: (person.mistakes ?? []).map((form) => form.normalize('NFC')),
    familyName: familyName as Person['familyName'],
    tenures: (person.offices ?? []).map(({ office, from, to, seen }) => ({
      officeId: office,
      from: from ?? null,
      to: to ?? null,
      seen: seen ?? [],
    })),
  };
}

function toNamedThing({ note: _note, ...thing }: ProfileFiles['places'][number]) {
  return { ...thing, spellings: composed(thing.spellings) };
}

function toSource({ note: _note, ...source }: ProfileFiles['sources'][number]) {
  return {
    ...source,
    names: composed(source.names),
    feeds: source.feeds.map(({ url, language, certainty }) => ({ url, language, certainty })),
  };
}

function toTopic({ id, name, words, unchecked }: ProfileFiles['topics'][number]): Topic {
  const all: Partial<Record<keyof Spellings, readonly string[]>> = {};
  for (const language of [...LANGUAGES, 'other'] as const) {
    const joined = [...(words[language] ?? []), ...(unchecked?.[language] ?? [])];
    if (joined.length > 0) all[language] = joined.map((word) => word.normalize('NFC'));
  }
  return { id, name, words: all };
}

/** Article texts are NFC, so the forms looked for in them must be too. */
function composed(spellings: WrittenSpellings): Spellings {
  const entries = Object.entries(spellings).map(([language, forms]) => [
    language,
    (forms ?? []).map((form) => form.normalize('NFC')),
  ]);
  return Object.fromEntries(entries);
}
