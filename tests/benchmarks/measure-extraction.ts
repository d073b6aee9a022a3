import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { readHtml } from '../../src/ingest/formats/read-html.ts';
import { generatePages } from './generate-pages.ts';

const PAGES = 20;
const MEASURED_MS = 4_000;
const WARM_UP = 2;
const URL_OF_PAGE = 'https://news.example/world/2026/02/1';

export interface ExtractionRates {
  readonly dragoman: number;
  readonly readabilityOnJsdom: number;
}

/** Pages read in a second: by our reader to a text with title, author and date, and by Readability on jsdom to the text alone. */
export async function extractionRates(articles: readonly ArticleDraft[]): Promise<ExtractionRates> {
  const pages = generatePages(PAGES, articles);
  return {
    dragoman: await rateOf(pages, async (html) => (await readHtml(URL_OF_PAGE, html)).text),
    readabilityOnJsdom: await rateOf(pages, async (html) => {
      const { window } = new JSDOM(html, { url: URL_OF_PAGE });
      const text = new Readability(window.document).parse()?.textContent ?? '';
      window.close();
      return text;
    }),
  };
}

/** Throws when a page comes out empty: a rate over pages that were not read would say nothing. */
async function rateOf(pages: readonly string[], read: (html: string) => Promise<string>): Promise<number> {
  for (let at = 0; at < WARM_UP; at += 1) for (const page of pages) await read(page);
  const startedAt = performance.now();
  let count = 0;
  for (; performance.now() - startedAt < MEASURED_MS; count += pages.length) {
    for (const page of pages) if ((await read(page)).trim() === '') throw new Error('A page came out empty');
  }
  return count / ((performance.now() - startedAt) / 1000);
}
