import { type KnownLanguage, LANGUAGES } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import { wordsIn } from '../messages/words-in.ts';
import type { Completion, Suggestion } from '../ports/chat-adapter.ts';
import type { Command, OptionSpec } from '../ports/command.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import { DATES, nextOfList, startingWith, zonesStartingWith } from './complete-line.ts';
import { suggestAgreements, suggestStories } from './suggest-stored.ts';

export interface SuggestPorts {
  readonly commands: readonly Command[];
  readonly store: Store;
  readonly relationship: Relationship;
  readonly logger: Logger;
  readonly language: KnownLanguage;
}

const MOST = 25;

/** What an option may become as it is typed; a failure gives none, for typing goes on all the same. */
export async function suggest(completion: Completion, ports: SuggestPorts): Promise<readonly Suggestion[]> {
  const command = ports.commands.find(({ name }) => name === completion.command);
  const option = command?.options.find(({ name }) => name === completion.option);
  if (option === undefined) return [];
  try {
    return (await suggestionsFor(option, completion.typed.trim(), ports)).slice(0, MOST);
  } catch (error) {
    ports.logger.error('completion failed', error, { command: completion.command, option: option.name });
    return [];
  }
}

async function suggestionsFor(
  { kind, name, choices = [] }: OptionSpec,
  typed: string,
  { relationship, store, language, commands }: SuggestPorts,
): Promise<readonly Suggestion[]> {
  switch (kind) {
    case 'person':
      return suggestPeople(typed, relationship);
    case 'topic':
      return suggestTopics(typed, relationship);
    case 'topics':
      return suggestLists(typed, relationship.topics);
    case 'people':
      return suggestLists(typed, relationship.people);
    case 'sides':
      return suggestLists(typed, relationship.sides);
    case 'languages':
      return suggestLists(typed, languagesIn(language));
    case 'story':
      return suggestStories(typed, { store, language });
    case 'agreement':
      return suggestAgreements(typed, { store, language });
    case 'zone':
      return plain(typed === '' ? zonesOf(relationship) : zonesStartingWith(typed));
    case 'language':
      return suggestLanguages(typed, language);
    case 'choice':
      return plain(startingWith(typed, choices));
    case 'since':
    case 'until':
      return plain(startingWith(typed, DATES));
    case 'text':
      return name === 'command' ? plain(startingWith(typed, namesOf(commands))) : [];
    case 'integer':
      return [];
  }
}

function suggestPeople(typed: string, { people }: Relationship): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  return people
    .filter(({ name, spellings, familyName }) =>
      [name, ...Object.values(familyName), ...Object.values(spellings).flat()].some((form) =>
        ` ${form.toLowerCase()}`.includes(` ${wanted}`),
      ),
    )
    .map(({ id, name }) => ({ label: name, value: id }));
}

function suggestTopics(typed: string, { topics }: Relationship): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  return topics
    .filter(({ id, name }) => [id, name].some((form) => form.toLowerCase().startsWith(wanted)))
    .map(({ id, name }) => ({ label: name, value: id }));
}

/** A list grows by one a time; its label names all of them. */
function suggestLists(
  typed: string,
  things: readonly { readonly id: string; readonly name: string }[],
): readonly Suggestion[] {
  const names = new Map(things.map(({ id, name }) => [id, name]));
  const lists = nextOfList(typed.replaceAll(/,\s+/g, ','), [...names.keys()]);
  return lists.map((list) => ({
    label: list
      .split(',')
      .map((id) => names.get(id) ?? id)
      .join(', '),
    value: list,
  }));
}

function suggestLanguages(typed: string, language: KnownLanguage): readonly Suggestion[] {
  const { languages } = wordsIn(language);
  const wanted = typed.toLowerCase();
  return LANGUAGES.filter((code) => code === wanted || languages[code].toLowerCase().startsWith(wanted)).map(
    (code) => ({ label: languages[code], value: code }),
  );
}

function languagesIn(language: KnownLanguage): readonly { readonly id: string; readonly name: string }[] {
  const { languages } = wordsIn(language);
  return LANGUAGES.map((id) => ({ id, name: languages[id] }));
}

function zonesOf({ sides }: Relationship): readonly string[] {
  return [...new Set(sides.map(({ zone }) => zone))];
}

function namesOf(commands: readonly Command[]): readonly string[] {
  return commands.map(({ name }) => name);
}

function plain(values: readonly string[]): readonly Suggestion[] {
  return values.map((value) => ({ label: value, value }));
}
