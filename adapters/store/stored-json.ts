import { z } from 'zod';

/**
 * What this store wrote itself as JSON. Shapes change only with a migration, so the large ones (articles understood,
 * stories, observations) are taken at their word: checking them would cost more than reading them.
 */
export function readJson<Value>(text: string): Value {
  return JSON.parse(text) as Value;
}

const strings = z.array(z.string());

export function readStrings(text: string): string[] {
  return strings.parse(JSON.parse(text));
}
