import type { Office, Person, Relationship, Spellings } from '../domain/relationship.ts';
import { wordsOf } from '../language/words.ts';

/** The people whom these words may mean: those of whom they are a whole spelling, else those with all the words. */
export function findPeople(words: string, { people }: Relationship): readonly Person[] {
  const wanted = comparable(words);
  if (wanted === '') return [];
  const exact = people.filter((person) => formsOfPerson(person).some((form) => comparable(form) === wanted));
  if (exact.length > 0) return exact;
  const parts = wanted.split(' ');
  return people.filter((person) =>
    formsOfPerson(person).some((form) => {
      const own = comparable(form).split(' ');
      return parts.every((part) => own.includes(part));
    }),
  );
}

/** The offices whom these words may mean; a side named with them ("foreign minister KZ") leaves only its own. */
export function findOffices(words: string, relationship: Relationship): readonly Office[] {
  const { sideIds, rest } = withoutSide(comparable(words), relationship);
  if (rest === '') return [];
  return relationship.offices.filter(
    ({ side, title, spellings }) =>
      (sideIds.length === 0 || sideIds.includes(side)) &&
      [title, ...forms(spellings)].some((form) => comparable(form) === rest),
  );
}

/** People whose names begin like these words: what to offer when nobody was found. */
export function peopleLike(words: string, { people }: Relationship): readonly Person[] {
  const beginnings = comparable(words)
    .split(' ')
    .filter(({ length }) => length >= 3)
    .map((word) => word.slice(0, 3));
  return people.filter((person) =>
    formsOfPerson(person)
      .flatMap((form) => comparable(form).split(' '))
      .some((word) => beginnings.some((beginning) => word.startsWith(beginning))),
  );
}

function withoutSide(words: string, { sides }: Relationship): { sideIds: readonly string[]; rest: string } {
  const found = sides.flatMap(({ id, name, names, demonyms }) =>
    [id, name, ...forms(names), ...forms(demonyms)].map((form) => ({ id, form: comparable(form) })),
  );
  const padded = ` ${words} `;
  const named = found.filter(({ form }) => padded.includes(` ${form} `));
  const longestFirst = named.toSorted((a, b) => b.form.length - a.form.length);
  const rest = longestFirst.reduce((left, { form }) => left.replaceAll(` ${form} `, ' '), padded);
  const plain = rest.replaceAll(' of ', ' ').replaceAll(' the ', ' ').trim();
  return { sideIds: [...new Set(named.map(({ id }) => id))], rest: plain };
}

function formsOfPerson({ name, spellings, mistakes, familyName }: Person): readonly string[] {
  return [name, ...forms(spellings), ...mistakes, ...Object.values(familyName)];
}

function forms(spellings: Spellings): readonly string[] {
  return Object.values(spellings).flat();
}

function comparable(words: string): string {
  return wordsOf(words)
    .map(({ norm }) => norm)
    .join(' ');
}
