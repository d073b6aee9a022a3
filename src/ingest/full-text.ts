import type { Fetcher } from '../ports/fetcher.ts';
import { decode } from './decode.ts';
import type { Finding } from './draft-of.ts';
import { documentKind } from './formats/document-kind.ts';
import { readHtml } from './formats/read-html.ts';

/** Shorter texts are what a feed says of an article rather than the article. */
const TEASER_LENGTH = 500;
const CUT_OFF =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|read more|continue reading|weiterlesen|mehr lesen|читать далее|подробнее|толығырақ|مزید پڑھیں)\W*$/iu;

/** Does a feed carry only the beginning of an article? */
export function isTeaser(text: string): boolean {
  return text.length < TEASER_LENGTH || CUT_OFF.test(text.slice(-80));
}

/**
 * The finding with the text of its page, and with what else the page says where the feed said nothing. The teaser stays
 * when the page cannot be read or has less to say.
 */
export async function withFullText(finding: Finding, fetcher: Fetcher): Promise<Finding> {
  if (finding.url === null || !isTeaser(finding.text)) return finding;
  const page = await readPage(finding.url, fetcher);
  if (page === null || page.text.length <= finding.text.length) return finding;
  return {
    ...finding,
    url: page.url ?? finding.url,
    title: finding.title ?? page.title,
    text: page.text,
    languageAround: finding.languageAround ?? page.languageAround,
    published: finding.published ?? page.published,
    author: finding.author ?? page.author,
  };
}

async function readPage(url: string, fetcher: Fetcher): Promise<Finding | null> {
  const outcome = await fetcher.get(url);
  if (outcome.kind !== 'fetched') return null;
  const html = decode(outcome.bytes, outcome.contentType);
  if (html === null || documentKind('', html) !== 'html') return null;
  try {
    return await readHtml(outcome.url, html);
  } catch {
    return null;
  }
}
