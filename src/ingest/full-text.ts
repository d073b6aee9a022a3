import type { Fetcher } from '../ports/fetcher.ts';
import { decode } from './decode.ts';
import type { Finding } from './draft-of.ts';
import { documentKind } from './formats/document-kind.ts';
import { readHtml } from './formats/read-html.ts';

/** Shorter texts are what a feed says of an article rather than the article. */
const TEASER_LENGTH = 500;
/** Of the words of a teaser, the share that its page must have. */
const SHARED_WORDS = 0.5;
const CUT_OFF =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|read more|continue reading|weiterlesen|mehr lesen|читать далее|подробнее|толығырақ|مزید پڑھیں)\W*$/iu;

/** Does a feed carry only the beginning of an article? */
export function isTeaser(text: string): boolean {
  return text.length < TEASER_LENGTH || CUT_OFF.test(text.slice(-80));
}

/**
 * The finding with the text of its page, and with what else the page says where the feed said nothing. Null when the page
 * cannot be read, has less to say or tells of something else: a page for consent, a captcha, the front page.
 */
export async function withFullText(finding: Finding, fetcher: Fetcher): Promise<Finding | null> {
  if (finding.url === null) return null;
  const page = await readPage(finding.url, fetcher);
  if (page === null || page.text.length <= finding.text.length || !tellsOf(page, finding)) return null;
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

/** Does a page say what the feed says of the article? Titles are reworded, so that not every word need be there. */
function tellsOf(page: Finding, { title, text }: Finding): boolean {
  const told = wordsOf(`${title ?? ''} ${text.replace(CUT_OFF, '')}`);
  const there = wordsOf(`${page.title ?? ''} ${page.text}`);
  const found = [...told].filter((word) => there.has(word)).length;
  return found >= told.size * SHARED_WORDS;
}

/** The words long enough to say something. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}

async function readPage(url: string, fetcher: Fetcher): Promise<Finding | null> {
  const outcome = await fetcher.get(url);
  if (outcome.kind !== 'fetched' || isFrontPage(outcome.url)) return null;
  const html = decode(outcome.bytes, outcome.contentType);
  if (html === null || documentKind('', html) !== 'html') return null;
  try {
    return await readHtml(outcome.url, html);
  } catch {
    return null;
  }
}

/** Where sites send those who ask for an article that they have taken down. */
function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '';
}
