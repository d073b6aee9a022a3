import type { Article } from '../domain/article.ts';
import type { Day } from '../domain/day.ts';
import { type KnownLanguage, LANGUAGES } from '../domain/identity.ts';
import { publicationDays } from '../domain/publication-day.ts';
import type { NamedThing, Office, Person, Relationship, Spellings } from '../domain/relationship.ts';
import type { EntityKind } from '../domain/understanding.ts';
import { createFormReader } from '../language/inflection.ts';
import { createPhraseIndex, type PhraseEntry, type PhraseIndex } from '../language/phrase-index.ts';
import { type CueFinder, createCueFinder } from './cues.ts';

/** What a spelling of the profile means. */
export interface Name {
  readonly kind: EntityKind;
  readonly entityId: string;
  readonly side: string;
  readonly isMistake: boolean;
}

/** The profile, compiled once for reading texts. Built at start and passed along; it remembers nothing but forms of words. */
export interface ProfileIndex {
  readonly relationship: Relationship;
  readonly people: ReadonlyMap<string, Person>;
  readonly offices: ReadonlyMap<string, Office>;
  /** `kind:id` of everything named → the side it speaks for. */
  readonly sides: ReadonlyMap<string, string>;
  /** Names of people, organisations, places, corridors, sides, instruments and offices in every script. */
  readonly names: PhraseIndex<Name>;
  /** Bare family names → person ids. */
  readonly familyNames: PhraseIndex<string>;
  /** Topic vocabulary by language → topic ids. */
  readonly topics: ReadonlyMap<KnownLanguage, PhraseIndex<string>>;
  /** Names of sources as other articles credit them → source ids. */
  readonly credits: PhraseIndex<string>;
  /** Names of countries other than the two sides, in five languages → ISO codes. */
  readonly thirdCountries: PhraseIndex<string>;
  readonly cues: CueFinder;
  readonly publicationDay: (article: Pick<Article, 'publication' | 'sourceId'>) => Day | null;
}

export function createProfileIndex(relationship: Relationship): ProfileIndex {
  const names = nameEntries(relationship);
  const forms = createFormReader();
  return {
    relationship,
    people: new Map(relationship.people.map((person) => [person.id, person])),
    offices: new Map(relationship.offices.map((office) => [office.id, office])),
    sides: new Map(names.map(({ value }) => [`${value.kind}:${value.entityId}`, value.side])),
    names: createPhraseIndex(names, forms),
    familyNames: createPhraseIndex(relationship.people.flatMap(familyNameEntries), forms),
    topics: new Map(
      LANGUAGES.map((language) => [language, createPhraseIndex(topicEntries(relationship, language), forms)]),
    ),
    credits: createPhraseIndex(
      relationship.sources.flatMap(({ id, name, names }) =>
        [name, ...formsOf(names)].map((spelling) => ({ spelling, value: id })),
      ),
      forms,
    ),
    thirdCountries: createPhraseIndex(countryEntries(relationship), forms),
    cues: createCueFinder(forms),
    publicationDay: publicationDays(relationship),
  };
}

function formsOf(spellings: Spellings): readonly string[] {
  return [...new Set(Object.values(spellings).flat())];
}

function nameEntries(relationship: Relationship): PhraseEntry<Name>[] {
  return [
    ...relationship.people.flatMap(personEntries),
    ...relationship.organisations.flatMap((thing) => thingEntries('organisation', thing)),
    ...relationship.places.flatMap((thing) => thingEntries('place', thing)),
    ...relationship.corridors.flatMap((thing) => thingEntries('corridor', thing)),
    ...relationship.sides.flatMap((side) =>
      entriesOf({ kind: 'side', entityId: side.id, side: side.id, isMistake: false }, [
        side.name,
        ...formsOf(side.names),
        ...formsOf(side.demonyms),
      ]),
    ),
    ...relationship.instruments.flatMap(({ id, name, spellings }) =>
      entriesOf({ kind: 'instrument', entityId: id, side: 'third', isMistake: false }, [
        name,
        ...formsOf(spellings),
      ]),
    ),
    ...relationship.offices.flatMap(({ id, side, title, spellings }) =>
      entriesOf(
        { kind: 'office', entityId: id, side, isMistake: false },
        [title, ...formsOf(spellings)].map((form) => form.toLowerCase()),
      ),
    ),
  ];
}

function personEntries({ id, side, name, spellings, mistakes }: Person): PhraseEntry<Name>[] {
  const named: Name = { kind: 'person', entityId: id, side, isMistake: false };
  return [
    ...entriesOf(named, [name, ...formsOf(spellings)]),
    ...entriesOf({ ...named, isMistake: true }, mistakes),
  ];
}

function thingEntries(kind: EntityKind, { id, side, name, spellings }: NamedThing): PhraseEntry<Name>[] {
  return entriesOf({ kind, entityId: id, side, isMistake: false }, [name, ...formsOf(spellings)]);
}

function entriesOf(value: Name, spellings: readonly string[]): PhraseEntry<Name>[] {
  return [...new Set(spellings)].map((spelling) => ({ spelling, value }));
}

function familyNameEntries({ id, familyName }: Person): PhraseEntry<string>[] {
  return Object.values(familyName).map((spelling) => ({ spelling, value: id }));
}

function topicEntries({ topics }: Relationship, language: KnownLanguage): PhraseEntry<string>[] {
  return topics.flatMap(({ id, words }) =>
    (words[language] ?? []).map((spelling) => ({ spelling, value: id })),
  );
}

/** Country names come from ICU, which prints every region in all five languages. */
function countryEntries({ sides }: Relationship): PhraseEntry<string>[] {
  const own = new Set(sides.map(({ id }) => id));
  const codes = isoCountryCodes().filter((code) => !own.has(code));
  return LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => {
      const spelling = names.of(code);
      return spelling === undefined ? [] : [{ spelling, value: code }];
    });
  });
}

function isoCountryCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => code < 'XA' || code === 'YE' || code === 'ZA' || code === 'ZM' || code === 'ZW')
    .filter((code) => names.of(code) !== undefined);
}
