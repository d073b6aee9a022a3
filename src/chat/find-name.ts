import type { Relationship, Spellings } from '../domain/relationship.ts';
import { wordsOf } from '../language/words.ts';
import { nearest } from './nearest.ts';

/** Something of the profile that people call by several names. All forms but `name` are folded. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** The id and the name. */
  readonly titles: readonly string[];
  /** Any of them may be cut short, as long as it stays unique. */
  readonly spellings: readonly string[];
  /** Count only when written in full. */
  readonly aliases: readonly string[];
}

/** What people, topics and sides of the profile are called; built once, for it folds every spelling. */
export interface Names {
  readonly people: readonly Named[];
  readonly topics: readonly Named[];
  readonly sides: readonly Named[];
}

export type NameSearch =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'none'; readonly nearest: string | null };

type Test = (wanted: string, named: Named) => boolean;

/** In the order of trust: the first rule that anything passes decides. */
const RULES: readonly Test[] = [
  (wanted, { titles }) => titles.includes(wanted),
  (wanted, { spellings }) => spellings.includes(wanted),
  (wanted, { aliases }) => aliases.includes(wanted),
  (wanted, named) => wanted.length > 1 && formsOf(named).some((form) => form.startsWith(wanted)),
  (wanted, named) => wanted.length > 2 && formsOf(named).some((form) => form.includes(` ${wanted}`)),
];

/** Finds by any spelling, in any case and script, or by the beginning of one. */
export function findName(text: string, candidates: readonly Named[]): NameSearch {
  const wanted = folded(text);
  if (wanted === '') return { kind: 'none', nearest: null };
  for (const passes of RULES) {
    const hits = candidates.filter((named) => passes(wanted, named));
    const [only] = hits;
    if (only && hits.length === 1) return { kind: 'found', id: only.id };
    if (hits.length > 1) return { kind: 'several', names: hits.map(({ name }) => name) };
  }
  return { kind: 'none', nearest: nearestName(wanted, candidates) };
}

export function namesOf({ people, topics, sides }: Relationship): Names {
  return {
    people: people.map(({ id, name, spellings, familyName, mistakes }) => ({
      id,
      name,
      titles: [id, name].map(folded),
      spellings: [...formsIn(spellings), ...Object.values(familyName)].map(folded),
      aliases: mistakes.map(folded),
    })),
    topics: topics.map(({ id, name, words }) => ({
      id,
      name,
      titles: [id, name].map(folded),
      spellings: [],
      aliases: formsIn(words).map(folded),
    })),
    sides: sides.map(({ id, name }) => ({
      id,
      name,
      titles: [id, name].map(folded),
      spellings: [],
      aliases: [],
    })),
  };
}

function nearestName(wanted: string, candidates: readonly Named[]): string | null {
  const owners = new Map(candidates.flatMap((named) => formsOf(named).map((form) => [form, named.name])));
  const near = nearest(wanted, [...owners.keys()]);
  return near === null ? null : (owners.get(near) ?? null);
}

function formsOf({ titles, spellings }: Named): readonly string[] {
  return [...titles, ...spellings];
}

function formsIn(spellings: Spellings): readonly string[] {
  return Object.values(spellings).flat();
}

/** Case, hyphens, apostrophes and variants of a letter do not matter. */
function folded(form: string): string {
  return wordsOf(form)
    .map(({ norm }) => norm)
    .join(' ');
}
