import type { Language } from '../domain/identity.ts';
import { filedForm, filedForms } from './inflection.ts';
import { type Word, wordsOf } from './words.ts';

export interface PhraseEntry<Value> {
  readonly spelling: string;
  readonly value: Value;
}

export interface PhraseHit<Value> {
  /** Everything filed under the phrase: several offices may share one title. */
  readonly values: readonly Value[];
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Index of the first word and of the word after the last, in the words that were searched. */
  readonly fromWord: number;
  readonly toWord: number;
  readonly isInflected: boolean;
}

export interface PhraseIndex<Value> {
  /** All phrases in a text, left to right, the longest at each place, without overlaps. One pass over the words. */
  find(text: string, words: readonly Word[], language: Language): PhraseHit<Value>[];
}

interface Leaf<Value> {
  readonly value: Value;
  readonly norms: readonly string[];
  /** The spelling begins with a capital, so the text must, too: Kazakh "астана" is any capital city, "Астана" is one. */
  readonly isCapitalised: boolean;
}

interface Node<Value> {
  readonly children: Map<string, Node<Value>>;
  readonly leaves: Leaf<Value>[];
}

const PREFIX = 2;

/** A trie over filed forms: finds inflected phrases of the profile in time linear in the text. */
export function createPhraseIndex<Value>(
  entries: Iterable<PhraseEntry<Value>>,
  formsOf: typeof filedForms = filedForms,
): PhraseIndex<Value> {
  const root: Node<Value> = { children: new Map(), leaves: [] };
  const prefixes = new Set<string>();
  for (const entry of entries) insert(root, prefixes, entry);
  return {
    find(text, words, language) {
      const hits: PhraseHit<Value>[] = [];
      for (let at = 0; at < words.length; ) {
        const hit = prefixes.has(words[at]?.norm.slice(0, PREFIX) ?? '')
          ? longest(root, { text, words, language, formsOf }, at)
          : null;
        if (hit !== null) hits.push(hit);
        at = hit?.toWord ?? at + 1;
      }
      return hits;
    },
  };
}

function insert<Value>(
  root: Node<Value>,
  prefixes: Set<string>,
  { spelling, value }: PhraseEntry<Value>,
): void {
  const words = wordsOf(spelling);
  const [first] = words;
  if (first === undefined) return;
  prefixes.add(first.norm.slice(0, PREFIX));
  let node = root;
  for (const word of words) {
    const key = filedForm(word.norm);
    const next = node.children.get(key) ?? { children: new Map(), leaves: [] };
    node.children.set(key, next);
    node = next;
  }
  node.leaves.push({
    value,
    norms: words.map((word) => word.norm),
    isCapitalised: isUpper(spelling, first.start),
  });
}

interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: Language;
  readonly formsOf: typeof filedForms;
}

function longest<Value>(
  root: Node<Value>,
  { text, words, language, formsOf }: Reading,
  at: number,
): PhraseHit<Value> | null {
  let best: PhraseHit<Value> | null = null;
  let front = [root];
  for (let to = at; to < words.length && front.length > 0; to += 1) {
    const word = words[to];
    if (word === undefined || (to > at && !isJoined(text, words[to - 1], word))) break;
    front = nodesUnder(front, formsOf(word.norm, language));
    if (front.length > 0) best = hitAt(front, text, words, { at, to }) ?? best;
  }
  return best;
}

function nodesUnder<Value>(front: readonly Node<Value>[], forms: readonly string[]): Node<Value>[] {
  const found: Node<Value>[] = [];
  for (const { children } of front) {
    for (const form of forms) {
      const next = children.get(form);
      if (next !== undefined) found.push(next);
    }
  }
  return found;
}

function hitAt<Value>(
  front: readonly Node<Value>[],
  text: string,
  words: readonly Word[],
  { at, to }: { at: number; to: number },
): PhraseHit<Value> | null {
  const first = words[at];
  const last = words[to];
  if (first === undefined || last === undefined) return null;
  const capital = isUpper(text, first.start);
  const leaves = front.flatMap((node) => node.leaves).filter((leaf) => capital || !leaf.isCapitalised);
  if (leaves.length === 0) return null;
  const norms = words.slice(at, to + 1).map((word) => word.norm);
  const exact = leaves.filter((leaf) => leaf.norms.every((norm, index) => norm === norms[index]));
  const chosen = exact.length > 0 ? exact : leaves;
  return {
    values: [...new Set(chosen.map((leaf) => leaf.value))],
    start: first.start,
    end: last.end,
    fromWord: at,
    toWord: to + 1,
    isInflected: exact.length === 0,
  };
}

/** Words of one phrase stand side by side: only spaces, hyphens and dots of abbreviations between them. */
function isJoined(text: string, before: Word | undefined, after: Word): boolean {
  return (
    before !== undefined &&
    after.start - before.end <= 3 &&
    /^[\s\p{Pd}.'’ـ‌]*$/u.test(text.slice(before.end, after.start))
  );
}

function isUpper(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
