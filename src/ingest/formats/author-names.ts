/** What stands before a name, in the languages that are read. */
const BEFORE_NAME =
  /^(?:(?:(?:written|reported)\s+)?by\s*:?\s+|von\s*:?\s+|(?:author|autor(?:en|in)?|text|автор(?:ы|лар|лары)?|текст|мәтін|تحریر|مصنف)\s*[:：]\s*)/iu;
/** Names of accounts, and values that programs leave where no name is known. */
const NO_NAME =
  /^(?:admin|administrator|root|webmaster|editor|user|author|guest|unknown|none|null|undefined|n\/?a|админ|администратор)$/iu;
const ADDRESS = /:\/\/|^www\.|^\S+\.[a-z]{2,}$|^\/|\/$/;
const MIN_LENGTH = 2;
const MAX_LENGTH = 80;
const MAX_NAMES = 8;

/**
 * The names in what pages write of their authors, parted by commas: without "By" and its like, without addresses, each
 * once. Null when no name is left.
 */
export function authorNames(written: readonly string[]): string | null {
  const names = written.map(bareName).filter(isName);
  return names.length === 0 ? null : [...new Set(names)].slice(0, MAX_NAMES).join(', ');
}

function bareName(written: string): string {
  return written
    .slice(0, 10 * MAX_LENGTH)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BEFORE_NAME, '')
    .replace(/[<([]?[^\s<>()[\]]*@[^\s<>()[\]]+[>)\]]?/g, '')
    .replace(/^[\s,;|•·–—-]+|[\s,;:|•·–—-]+$/g, '');
}

function isName(name: string): boolean {
  const isSensible = name.length >= MIN_LENGTH && name.length <= MAX_LENGTH && /\p{L}/u.test(name);
  return isSensible && !ADDRESS.test(name) && !NO_NAME.test(name);
}
