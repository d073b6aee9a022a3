import { canonicalUrl } from '../canonical-url.ts';
import type { Finding } from '../draft-of.ts';
import { authorNames } from './author-names.ts';
import { htmlToText } from './html-to-text.ts';
import type { Page } from './page.ts';
import { type PageMetadata, readPageMetadata } from './page-metadata.ts';
import { parsePage } from './parse-page.ts';
import { withoutBoilerplate } from './without-boilerplate.ts';

const MIN_LENGTH = 40;
/** `/`, and the front page of one of the site's languages. */
const FRONT_PAGE = /^\/(?:[a-z]{2}\/?)?$/i;

interface MainPart {
  readonly text: string;
  /** As printed above or below it. */
  readonly byline: string | null;
}

/** A page: the article in it without what stands around it, and what the page says of itself. */
export async function readHtml(locator: string, html: string): Promise<Finding> {
  const document = await parsePage(html);
  const metadata = readPageMetadata(document as unknown as Page);
  const { text, byline } = await mainPart(document, metadata, html);
  return {
    locator,
    url: addressOf(locator, metadata.canonical),
    title: await plain(metadata.title),
    text: withoutBoilerplate(text),
    language: null,
    languageAround: metadata.language,
    published: metadata.published,
    sourceNames: metadata.siteName === null ? [] : [metadata.siteName],
    author: await plain(metadata.author ?? authorNames(byline === null ? [] : [byline])),
  };
}

async function mainPart(document: unknown, metadata: PageMetadata, html: string): Promise<MainPart> {
  const { Readability } = await import('@mozilla/readability');
  const read = new Readability(document as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 200,
  }).parse();
  const byline = read?.byline ?? null;
  const main = await htmlToText(read?.content ?? '');
  if (main.length >= MIN_LENGTH) return { text: main, byline };
  return { text: await htmlToText(metadata.articleBody ?? html), byline };
}

/** Sites escape what they say of themselves once too often. */
async function plain(written: string | null): Promise<string | null> {
  return written === null ? null : await htmlToText(written);
}

/** A page that was fetched may name another address of its site as its own, but neither another site nor the front page. */
function addressOf(locator: string, canonical: string | null): string | null {
  const isFetched = /^https?:/i.test(locator);
  const fetched = isFetched ? canonicalUrl(locator) : null;
  const own = canonical === null ? null : canonicalUrl(canonical, fetched ?? undefined);
  if (!isFetched) return own;
  if (fetched === null || own === null) return fetched;
  return isBelieved(new URL(own), new URL(fetched)) ? own : fetched;
}

function isBelieved(own: URL, fetched: URL): boolean {
  const isFrontPage = FRONT_PAGE.test(own.pathname) && own.search === '' && own.hash === '';
  return bareHost(own) === bareHost(fetched) && (!isFrontPage || own.pathname === fetched.pathname);
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}
