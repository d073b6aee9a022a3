import { type Instant, type KnownLanguage, LANGUAGES } from '../domain/identity.ts';
import { ALL_TOPICS, type OptionValues } from './command.ts';

/** The text or id that an option holds; undefined when it was not given. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The instant that a `since` or `until` option holds; undefined when it was not given. */
export function instantOption(options: OptionValues, name: string): Instant | undefined {
  const value = options[name];
  return typeof value === 'number' ? value : undefined;
}

/** The topics to look for: the one that an option holds, else those that this person wants where none is named. */
export function topicsAsked(
  options: OptionValues,
  name: string,
  wanted: readonly string[],
): readonly string[] {
  const topicId = textOption(options, name);
  if (topicId === undefined) return wanted;
  return topicId === ALL_TOPICS ? [] : [topicId];
}

/** The ids that an option for a list holds; undefined when it was not given. */
export function textsOption(options: OptionValues, name: string): readonly string[] | undefined {
  const value = options[name];
  return Array.isArray(value) ? value : undefined;
}

/** The languages that a `languages` option holds; undefined when it was not given. */
export function languagesOption(options: OptionValues, name: string): readonly KnownLanguage[] | undefined {
  const given = textsOption(options, name);
  return given === undefined ? undefined : LANGUAGES.filter((language) => given.includes(language));
}

/** The language that an option holds; undefined when it was not given. */
export function languageOption(options: OptionValues, name: string): KnownLanguage | undefined {
  return LANGUAGES.find((language) => language === options[name]);
}
