export type DocumentKind = 'plain-text' | 'html' | 'json' | 'json-lines' | 'feed';

const BY_EXTENSION: Readonly<Record<string, DocumentKind>> = {
  txt: 'plain-text',
  md: 'plain-text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  xml: 'feed',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
};

const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i;
/** A declaration of the document's type may carry declarations of entities in brackets. */
const FEED =
  /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:!doctype\s+)?(?:rss|feed|rdf:RDF)\b/i;

/** How a text is to be read: markup shows by itself, the rest by the extension of the name. */
export function documentKind(name: string, text: string): DocumentKind {
  const start = text.slice(0, 4096);
  const byExtension = BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (byExtension === 'plain-text' || byExtension === 'json-lines') return byExtension;
  if (FEED.test(start)) return 'feed';
  if (HTML.test(start)) return 'html';
  if (byExtension !== undefined) return byExtension;
  if (/^\s*(?:\{\s*"|\[\s*[{\]])/.test(start)) return 'json';
  return /^\s*<[a-z!?]/i.test(start) ? 'html' : 'plain-text';
}
