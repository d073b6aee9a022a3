import { type Instant, type KnownLanguage, LANGUAGES } from '../domain/identity.ts';
import type { OptionValues } from './command.ts';

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

/** The ids that a `topics` option holds; undefined when it was not given. */
export function textsOption(options: OptionValues, name: string): readonly string[] | undefined {
  const value = options[name];
  return Array.isArray(value) ? value : undefined;
}

/** The language that an option holds; undefined when it was not given. */
export function languageOption(options: OptionValues, name: string): KnownLanguage | undefined {
  return LANGUAGES.find((language) => language === options[name]);
}
