import type { Relationship } from '../domain/relationship.ts';
import type { Command, OptionSpec } from '../ports/command.ts';

const DATES = ['today', 'yesterday', '7d', '30d', '6m', '1y'];
/** More would only fill the screen. */
const MOST = 50;

/** The part of a line that a completion takes the place of: its last word, which may have an open quote. */
export function lastWordOf(line: string): string {
  return /(?:[A-Za-z-]+:)?(?:"[^"]*|\S*)$/.exec(line)?.[0] ?? '';
}

/** What the last word of a line may become: commands, then option names and values of that command. */
export function completeLine(
  line: string,
  commands: readonly Command[],
  relationship: Relationship,
): string[] {
  const last = lastWordOf(line);
  const before = line.slice(0, line.length - last.length).trim();
  if (before === '')
    return startingWith(
      last,
      commands.map(({ name }) => name),
    );
  const command = commands.find(({ name }) => name === before.split(/\s+/)[0]?.toLowerCase());
  if (!command) return [];
  const [, name, value = ''] = /^([A-Za-z-]+):(.*)$/.exec(last) ?? [];
  const open = command.options.filter((option) => !before.includes(` ${option.name}:`));
  const named = open.find((option) => option.name === name?.toLowerCase());
  if (named)
    return valuesOf(named, value, relationship)
      .map((found) => `${named.name}:${found}`)
      .slice(0, MOST);
  const values = open
    .filter(({ isPositional }) => isPositional)
    .flatMap((option) => valuesOf(option, last, relationship));
  return [
    ...values,
    ...startingWith(
      last,
      open.map((option) => `${option.name}:`),
    ),
  ].slice(0, MOST);
}

function valuesOf({ kind, choices = [] }: OptionSpec, typed: string, relationship: Relationship): string[] {
  const topics = () => relationship.topics.map(({ id }) => id);
  switch (kind) {
    case 'choice':
      return startingWith(typed, choices);
    case 'topic':
      return startingWith(typed, topics());
    case 'topics':
      return nextOfList(typed, topics());
    case 'person':
      return peopleStartingWith(typed, relationship);
    case 'zone':
      return zonesStartingWith(typed);
    case 'since':
    case 'until':
      return startingWith(typed, DATES);
    case 'text':
    case 'integer':
      return [];
  }
}

function startingWith(typed: string, candidates: readonly string[]): string[] {
  return candidates.filter((candidate) => candidate.toLowerCase().startsWith(typed.toLowerCase()));
}

function nextOfList(typed: string, candidates: readonly string[]): string[] {
  const given = typed.split(',').slice(0, -1);
  const rest = candidates.filter((candidate) => !given.includes(candidate));
  return startingWith(typed.slice(typed.lastIndexOf(',') + 1), rest).map((found) =>
    [...given, found].join(','),
  );
}

/** One spelling a person, in the script that is being typed; quoted when it has several words. */
function peopleStartingWith(typed: string, { people }: Relationship): string[] {
  const start = typed.replace(/^"/, '');
  return people.flatMap(({ name, spellings, familyName }) => {
    const forms = [name, ...Object.values(familyName), ...Object.values(spellings).flat()];
    const [form] = startingWith(start, forms).toSorted((a, b) => a.length - b.length);
    return form === undefined ? [] : [form.includes(' ') || typed.startsWith('"') ? `"${form}"` : form];
  });
}

/** By the beginning of the zone or of its city. */
function zonesStartingWith(typed: string): string[] {
  if (typed === '') return [];
  const zones = Intl.supportedValuesOf('timeZone');
  const byCity = zones.filter((zone) => startingWith(typed, zone.split('/').slice(-1)).length > 0);
  return [...new Set([...startingWith(typed, zones), ...byCity])];
}
