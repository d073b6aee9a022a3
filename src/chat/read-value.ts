import { LANGUAGES } from '../domain/identity.ts';
import { findZone } from '../domain/zone-clock.ts';
import type { Words } from '../locales/words.ts';
import { ALL_TOPICS, type OptionSpec, type OptionValue } from '../ports/command.ts';
import { findName, type Named, type Names } from './find-name.ts';
import { nearest } from './nearest.ts';
import { readSince, readUntil, type Today } from './read-when.ts';

/** What values are read against. */
export interface Reading extends Today {
  readonly names: Names;
  readonly words: Words['chat'];
  /** What languages are called, in the reader's language. */
  readonly languageNames: Words['languages'];
}

export type ValueReading =
  | { readonly kind: 'value'; readonly value: OptionValue }
  /** `isNear`: it was nearly right, so this problem is worth telling before others. */
  | { readonly kind: 'wrong'; readonly problem: string; readonly isNear: boolean };

/** Reads one value as the option's kind wants it. */
export function readValue(text: string, option: OptionSpec, reading: Reading): ValueReading {
  const { names, words } = reading;
  switch (option.kind) {
    case 'text':
      return text.trim() === '' ? wrong(words.isEmpty(option.name)) : value(text.trim());
    case 'integer':
      return /^-?\d{1,9}$/.test(text) ? value(Number(text)) : wrong(words.notAnInteger(text));
    case 'person':
      return readName(text, names.people, words.person, words);
    case 'topic':
      return text.trim().toLowerCase() === ALL_TOPICS
        ? value(ALL_TOPICS)
        : readName(text, names.topics, words.topic, words);
    case 'topics':
      return text.trim().toLowerCase() === ALL_TOPICS
        ? value([])
        : readList(text, (name) => readName(name, names.topics, words.topic, words));
    case 'people':
      return readList(text, (name) => readName(name, names.people, words.person, words));
    case 'sides':
      return readList(text, (name) => readName(name, names.sides, words.side, words));
    case 'languages':
      return readList(text, (name) => readLanguage(name, reading));
    case 'since':
      return readInstant(text, readSince(text, reading), words);
    case 'until':
      return readInstant(text, readUntil(text, reading), words);
    case 'choice':
      return readChoice(text, option, words);
    case 'zone':
      return readZone(text, words);
    case 'language':
      return readLanguage(text, reading);
    case 'story':
    case 'agreement':
      return readReference(text, option, words);
  }
}

function readName(text: string, named: readonly Named[], what: string, words: Words['chat']): ValueReading {
  const search = findName(text, named);
  if (search.kind === 'found') return value(search.id);
  if (search.kind === 'several') return wrong(words.several(text, search.names), true);
  return wrong(words.unknownName(what, text, search.nearest), search.nearest !== null);
}

/** With commas between; the first that cannot be read is told. */
function readList(text: string, readOne: (text: string) => ValueReading): ValueReading {
  const typed = text.split(',').filter((name) => name.trim() !== '');
  const readings = typed.map((name) => readOne(name.trim()));
  const firstWrong = readings.find(({ kind }) => kind === 'wrong');
  if (firstWrong) return firstWrong;
  const read = readings.flatMap((reading) => (reading.kind === 'value' ? [String(reading.value)] : []));
  return read.length === 0 ? readOne(text) : value([...new Set(read)]);
}

function readInstant(text: string, at: number | null, words: Words['chat']): ValueReading {
  return at === null ? wrong(words.notADate(text)) : value(at);
}

function readChoice(text: string, { name, choices = [] }: OptionSpec, words: Words['chat']): ValueReading {
  const wanted = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const exact = choices.find((choice) => choice.toLowerCase() === wanted);
  if (exact !== undefined) return value(exact);
  const begun = choices.filter((choice) => choice.toLowerCase().startsWith(wanted));
  if (begun.length === 1 && begun[0] !== undefined) return value(begun[0]);
  return wrong(words.notAChoice(name, text, choices), begun.length > 0 || nearest(wanted, choices) !== null);
}

function readZone(text: string, words: Words['chat']): ValueReading {
  const zone = findZone(text);
  if (zone !== null) return value(zone);
  const near = nearest(text, Intl.supportedValuesOf('timeZone'));
  return wrong(words.notAZone(text, near), near !== null);
}

function readLanguage(text: string, { words, languageNames }: Reading): ValueReading {
  const wanted = text.trim().toLowerCase();
  const found = LANGUAGES.find((code) => code === wanted || languageNames[code].toLowerCase() === wanted);
  return found === undefined ? wrong(words.notALanguage(text, LANGUAGES)) : value(found);
}

/** An id, or the beginning of one; whether there is such a thing is for the command to say. */
function readReference(text: string, { name }: OptionSpec, words: Words['chat']): ValueReading {
  const reference = text.trim();
  return reference === '' ? wrong(words.isEmpty(name)) : value(reference);
}

function value(read: OptionValue): ValueReading {
  return { kind: 'value', value: read };
}

function wrong(problem: string, isNear = false): ValueReading {
  return { kind: 'wrong', problem, isNear };
}
