/** Anything that declares entities; what refers to them stays as it is written, so that nothing grows out of it. */
const DOCTYPE = /<!DOCTYPE\s[^[>]*(?:\[[\s\S]*?\]\s*)?>/i;
const CDATA_OR_AMPERSAND = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#?\w+;)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/**
 * What feeds written by hand get wrong and every reader forgives: text before the first element, bare ampersands, control
 * characters and a missing version.
 */
export function mendXml(xml: string): string {
  return withoutLead(xml)
    .replace(DOCTYPE, '')
    .replace(FORBIDDEN, '')
    .replace(CDATA_OR_AMPERSAND, (match) => (match === '&' ? '&amp;' : match))
    .replace(/<rss(?![^>]*\bversion\s*=)/i, '<rss version="2.0"');
}

/** Warnings of a server and blank lines come before the declaration. */
function withoutLead(xml: string): string {
  const start = xml.search(/<(?:\?xml|!DOCTYPE|!--|rss|feed|rdf:RDF)\b|<!--/i);
  return start > 0 ? xml.slice(start) : xml;
}
