/** Anything that declares entities; what refers to them stays as it is written, so that nothing grows out of it. */
const DOCTYPE = /^<!DOCTYPE\s[^[>]*(?:\[[\s\S]*?\]\s*)?>/i;
const CDATA_OR_AMPERSAND = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#?\w+;)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const ROOT_END_LEFT_OPEN = /<\/(rss|feed|rdf:RDF)\s*$/i;
/** Atom 0.3 and 1.0 let a text stand in base64. */
const BASE64 =
  /(<(title|summary|content)\s(?:[^<>]{0,200}\s)?(?:mode=["']base64["']|type=["']application\/octet-stream["'])[^<>]{0,200}>)([A-Za-z0-9+/=\s]+)(?=<\/\2)/g;

/**
 * What feeds written by hand get wrong and every reader forgives: text before the first element, bare ampersands, control
 * characters, a last tag that is cut off, and a missing version. Texts in base64 are written out.
 */
export function mendXml(xml: string): string {
  return withoutDoctype(withoutLead(xml))
    .replace(FORBIDDEN, '')
    .replace(ROOT_END_LEFT_OPEN, '</$1>')
    .replace(BASE64, (_match, start: string, _name, encoded: string) => start + writtenOut(encoded))
    .replace(CDATA_OR_AMPERSAND, (match) => (match === '&' ? '&amp;' : match))
    .replace(/<rss(?![^<>]*\bversion\s*=)/i, '<rss version="2.0"');
}

/** Warnings of a server and blank lines come before the declaration. */
function withoutLead(xml: string): string {
  const start = xml.search(/<(?:\?xml|!DOCTYPE|!--|rss|feed|rdf:RDF)\b|<!--/i);
  return start > 0 ? xml.slice(start) : xml;
}

/** The first alone, found by its start: to try each of thousands that never end takes minutes. */
function withoutDoctype(xml: string): string {
  const start = xml.search(/<!DOCTYPE\s/i);
  return start < 0 ? xml : xml.slice(0, start) + xml.slice(start).replace(DOCTYPE, '');
}

function writtenOut(base64: string): string {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(FORBIDDEN, '');
}
