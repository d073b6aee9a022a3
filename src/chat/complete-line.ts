import { LANGUAGES } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Command, OptionSpec } from '../ports/command.ts';

export const DATES = ['today', 'yesterday', '7d', '30d', '6m', '1y'];
/** More would only fill the screen. */
const MOST = 50;

/** The part of a line that a completion takes the place of: its last word, which may have an open quote. */
export function lastWordOf(line: string): string {
  return /(?:[A-Za-z-]+:)?(?:"[^"]*|\S*)$/.exec(line)?.[0] ?? '';
}

/** What the last word of a line may become: commands, then values and option names of that command. */
export function completeLine(
  line: string,
  commands: readonly Command[],
  relationship: Relationship,
): string[] {
  const last = lastWordOf(line);
  const before = line.slice(0, line.length - last.length).trim();
  const names = commands.map(({ name }) => name);
  if (before === '') return startingWith(last, names);
  const command = commands.find(({ name }) => name === before.split(/\s+/)[0]?.toLowerCase());
  if (!command) return [];
  const open = command.options.filter((option) => !before.includes(` ${option.name}:`));
  return [...new Set(afterCommand(last, open, { relationship, names }))].slice(0, MOST);
}

interface Known {
  readonly relationship: Relationship;
  /** Of the commands. */
  readonly names: readonly string[];
}

function afterCommand(last: string, open: readonly OptionSpec[], known: Known): string[] {
  const [, name, value = ''] = /^([A-Za-z-]+):(.*)$/.exec(last) ?? [];
  const named = open.find((option) => option.name === name?.toLowerCase());
  if (named) return valuesOf(named, value, known).map((found) => `${named.name}:${found}`);
  const positional = open.filter((option) => option.isPositional && (last !== '' || isShort(option)));
  const optionNames = open.map((option) => `${option.name}:`);
  return [
    ...positional.flatMap((option) => valuesOf(option, last, known)),
    ...startingWith(last, optionNames),
  ];
}

/** Few enough values to list before anything is typed. */
function isShort({ kind }: OptionSpec): boolean {
  return kind === 'topic' || kind === 'choice' || kind === 'text';
}

function valuesOf({ kind, name, choices = [] }: OptionSpec, typed: string, known: Known): string[] {
  const topics = idsOf(known.relationship.topics);
  switch (kind) {
    case 'choice':
      return startingWith(typed, choices);
    case 'topic':
      return startingWith(typed, topics);
    case 'topics':
      return nextOfList(typed, topics);
    case 'people':
      return nextOfList(typed, idsOf(known.relationship.people));
    case 'sides':
      return nextOfList(typed, idsOf(known.relationship.sides));
    case 'languages':
      return nextOfList(typed, LANGUAGES);
    case 'person':
      return peopleStartingWith(typed, known.relationship);
    case 'zone':
      return zonesStartingWith(typed);
    case 'language':
      return startingWith(typed, LANGUAGES);
    case 'since':
    case 'until':
      return startingWith(typed, DATES);
    case 'text':
      return name === 'command' ? startingWith(typed, known.names) : [];
    case 'integer':
    case 'story':
    case 'agreement':
      return [];
  }
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

export function startingWith(typed: string, candidates: readonly string[]): string[] {
  return candidates.filter((candidate) => candidate.toLowerCase().startsWith(typed.toLowerCase()));
}

export function nextOfList(typed: string, candidates: readonly string[]): string[] {
  const given = typed.split(',').slice(0, -1);
  const rest = candidates.filter((candidate) => !given.includes(candidate));
  return startingWith(typed.slice(typed.lastIndexOf(',') + 1), rest).map((found) =>
    [...given, found].join(','),
  );
}

/** A person's name, or the shortest spelling in the script that is being typed; quoted when it has several words. */
function peopleStartingWith(typed: string, { people }: Relationship): string[] {
  const start = typed.replace(/^"/, '');
  return people.flatMap(({ name, spellings, familyName }) => {
    const forms = [...Object.values(familyName), ...Object.values(spellings).flat()];
    const shortest = startingWith(start, forms).toSorted((a, b) => a.length - b.length);
    const [form] = [...startingWith(start, [name]), ...shortest];
    return form === undefined ? [] : [form.includes(' ') || typed.startsWith('"') ? `"${form}"` : form];
  });
}

/** By the beginning of the zone or of its city. */
export function zonesStartingWith(typed: string): string[] {
  if (typed === '') return [];
  const zones = Intl.supportedValuesOf('timeZone');
  const byCity = zones.filter((zone) => startingWith(typed, zone.split('/').slice(-1)).length > 0);
  return [...new Set([...startingWith(typed, zones), ...byCity])];
}
