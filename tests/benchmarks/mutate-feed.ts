import type { Random } from './random.ts';

/** What breaks parsers: ends of markup, declarations, entities, brackets of every sort, odd characters. */
const SHARDS = [
  ...['<', '>', '&', '"', ']]>', '<![CDATA[', '<!--', '-->', '</', '/>', '<?xml', '?>', '{', '}', '[', ']'],
  ...['<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x [', '&a;', '&#0;', '&#x110000;', '&nbsp;', '&#xD800;'],
  ...['\0', '\uFEFF', '\uFFFF', '\u2028', '<item>', '</item>', '<title>', 'xml:base="::"', 'mode="base64"'],
  ...['__proto__', 'constructor', '<a:b:c>', 'null', '1e999'],
];
const MOST_CHANGES = 6;
const LONGEST_PIECE = 200;
const MOST_REPEATS = 40;

/** A feed with up to six changes: pieces left out, repeated, moved or put in, and single bytes turned. */
export function mutateFeed(feed: string, random: Random): Uint8Array {
  let text = feed;
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left -= 1) text = changed(text, random);
  const bytes = Buffer.from(text);
  if (bytes.length > 0 && random.below(3) === 0) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

function changed(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(LONGEST_PIECE));
  const piece = text.slice(at, end);
  switch (random.below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + piece.repeat(random.below(MOST_REPEATS)) + text.slice(end);
    case 2:
      return text.slice(0, at);
    case 3:
      return piece + text.slice(0, at) + text.slice(end);
    default:
      return text.slice(0, at) + random.pick(SHARDS) + text.slice(at);
  }
}
