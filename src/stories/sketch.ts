import type { Fingerprint } from '../ports/store.ts';
import { fnv1a } from './shingles.ts';
import { isCompared, STEM, THRESHOLDS } from './thresholds.ts';

/** The compared features of an article as numbers: all that its likeness to another depends on. */
export interface Sketch {
  readonly languageHash: number;
  /** Sum of the weights of stems, which only articles in the same language share, and of all other features. */
  readonly stemWeight: number;
  readonly otherWeight: number;
  /** Hash of a feature, its weight, hash, weight …, by hash. */
  readonly features: Uint32Array;
}

const HEAD = 3;
/** Weights are kept as whole thousandths. */
const SCALE = 1000;
/** More than rounding can take from a likeness. */
const TOLERANCE = 0.01;

export function sketchOf(features: Fingerprint['features'], language: string): string {
  const compared = Object.entries(features).filter(([name]) => isCompared(name));
  const stems = compared.filter(([name]) => name.startsWith(STEM));
  const pairs = compared
    .map(([name, weight]) => ({ hash: hashOf(name, language), weight: scaled(weight) }))
    .sort((a, b) => a.hash - b.hash);
  const stemWeight = sumOf(stems);
  const numbers = Uint32Array.from([
    ...[fnv1a(language), stemWeight, sumOf(compared) - stemWeight],
    ...pairs.flatMap(({ hash, weight }) => [hash, weight]),
  ]);
  return Buffer.from(numbers.buffer).toString('base64');
}

export function readSketch({ sketch }: Pick<Fingerprint, 'sketch'>): Sketch {
  const { buffer, byteOffset, byteLength } = Buffer.from(sketch, 'base64');
  const numbers = new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
  const [languageHash = 0, stemWeight = 0, otherWeight = 0] = numbers;
  return { languageHash, stemWeight, otherWeight, features: numbers.subarray(HEAD) };
}

/** May `compare` link the two? Never a wrong no; a wrong yes, after rounding or equal hashes, costs only the comparison. */
export function mayBeLinked(a: Sketch, b: Sketch): boolean {
  const stems = a.languageHash === b.languageHash ? a.stemWeight + b.stemWeight : 0;
  const total = a.otherWeight + b.otherWeight + stems;
  return 2 * sharedWeight(a.features, b.features) >= (THRESHOLDS.related - TOLERANCE) * total;
}

/** One pass over two lists in the order of their hashes. */
function sharedWeight(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const hashA = a[i] ?? 0;
    const hashB = b[j] ?? 0;
    if (hashA === hashB) shared += Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0);
    if (hashA <= hashB) i += 2;
    if (hashB <= hashA) j += 2;
  }
  return shared;
}

/** A stem means something only in its own language. */
function hashOf(name: string, language: string): number {
  return fnv1a(name.startsWith(STEM) ? `${language}|${name}` : name);
}

function sumOf(features: readonly (readonly [string, number])[]): number {
  return features.reduce((sum, [, weight]) => sum + scaled(weight), 0);
}

function scaled(weight: number): number {
  return Math.round(weight * SCALE);
}
