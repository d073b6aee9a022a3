import type { Finding } from '../draft-of.ts';
import { htmlToText } from './html-to-text.ts';
import { type Page, type PageMetadata, readPageMetadata } from './page-metadata.ts';
import { parsePage } from './parse-page.ts';

const MIN_LENGTH = 40;

/** A page: the article in it without what stands around it, and what the page says of itself. */
export async function readHtml(locator: string, html: string): Promise<Finding> {
  const document = await parsePage(html);
  const metadata = readPageMetadata(document as unknown as Page);
  const text = await articleText(document, metadata, html);
  return {
    locator,
    url: addressOf(locator, metadata.canonical),
    title: metadata.title,
    text,
    language: null,
    languageAround: metadata.language,
    published: metadata.published,
    sourceNames: metadata.siteName === null ? [] : [metadata.siteName],
    author: null,
  };
}

async function articleText(document: unknown, metadata: PageMetadata, html: string): Promise<string> {
  const { Readability } = await import('@mozilla/readability');
  const read = new Readability(document as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 200,
  });
  const main = await htmlToText(read.parse()?.content ?? '');
  if (main.length >= MIN_LENGTH) return main;
  return metadata.articleBody ?? (await htmlToText(html));
}

/** A page that was fetched may name another address of its site as its own, but neither another site nor the front page. */
function addressOf(locator: string, canonical: string | null): string | null {
  const fetched = /^https?:/.test(locator) ? URL.parse(locator) : null;
  const own = canonical === null ? null : URL.parse(canonical, fetched?.href);
  if (fetched === null || own === null) return own?.href ?? fetched?.href ?? null;
  const isSameSite = bareHost(own) === bareHost(fetched);
  const isFrontPage = own.pathname === '/' && fetched.pathname !== '/';
  return isSameSite && !isFrontPage ? own.href : fetched.href;
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|amp)\./, '');
}
