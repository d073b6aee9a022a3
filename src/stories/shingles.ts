const WORDS_A_SHINGLE = 4;
/** Keep the shingles whose hash is smallest: a fixed-size sketch of the text (Broder 1997, min-wise hashing). */
const SKETCH_SIZE = 96;

/** A sketch of a text: the smallest hashes of its runs of four words, sorted. Copies share most of them. */
export function shinglesOf(norms: readonly string[]): number[] {
  const hashes = new Set<number>();
  for (let at = 0; at + WORDS_A_SHINGLE <= norms.length; at += 1) {
    hashes.add(fnv1a(norms.slice(at, at + WORDS_A_SHINGLE).join(' ')));
  }
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
}

/** 32-bit FNV-1a (Fowler, Noll, Vo). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
