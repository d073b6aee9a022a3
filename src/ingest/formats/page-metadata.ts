import { z } from 'zod';
import type { StatedTime } from '../draft-of.ts';

/** As much of a document as is needed here; the whole of the DOM's types is not. */
export interface Page {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export interface PageMetadata {
  readonly title: string | null;
  readonly canonical: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  readonly published: StatedTime | null;
  readonly articleBody: string | null;
}

const MAX_TITLE = 500;

const text = z.string().trim().min(1).nullish().catch(null);
const named = z
  .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
  .nullish()
  .catch(null);
const linkedArticle = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: text,
  datePublished: text,
  inLanguage: named,
  publisher: named,
  articleBody: text,
});
type LinkedArticle = z.infer<typeof linkedArticle>;

/** What a page says of itself: linked data first, then Open Graph, then the older tags. */
export function readPageMetadata(page: Page): PageMetadata {
  const article = linkedArticleOf(page);
  const siteName = article?.publisher ?? meta(page, 'og:site_name', 'application-name');
  return {
    title: titleOf(page, article, siteName),
    canonical: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(page, 'og:url'),
    siteName,
    language:
      article?.inLanguage ?? page.querySelector('html')?.getAttribute('lang') ?? meta(page, 'og:locale'),
    published: publishedOf(page, article),
    articleBody: article?.articleBody ?? null,
  };
}

function titleOf(page: Page, article: LinkedArticle | null, siteName: string | null): string | null {
  const written =
    article?.headline ??
    meta(page, 'og:title', 'twitter:title') ??
    (page.querySelector('h1')?.textContent?.trim() || null) ??
    (page.querySelector('title')?.textContent?.trim() || null);
  if (written === null || siteName === null) return written;
  const [, title, site] = /^(.+?)\s+[|–—-]\s+([^|]+)$/u.exec(written.slice(0, MAX_TITLE)) ?? [];
  return site?.toLowerCase() === siteName.toLowerCase() ? (title ?? written) : written;
}

function publishedOf(page: Page, article: LinkedArticle | null): StatedTime | null {
  const byMeta = meta(
    page,
    'article:published_time',
    'datePublished',
    'pubdate',
    'date',
    'dc.date',
    'DC.date.issued',
  );
  const candidates = [
    { value: article?.datePublished, where: 'linked data of the page' },
    { value: byMeta, where: 'metadata of the page' },
    { value: page.querySelector('time[datetime]')?.getAttribute('datetime'), where: 'time on the page' },
  ];
  const stated = candidates.find(({ value }) => value != null && value !== '');
  return stated?.value == null ? null : { value: stated.value, where: stated.where };
}

function meta(page: Page, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const content = page.querySelector(`meta[${attribute}="${name}"]`)?.getAttribute('content')?.trim();
      if (content) return content;
    }
  }
  return null;
}

function linkedArticleOf(page: Page): LinkedArticle | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    for (const node of nodesIn(parsed(script.textContent ?? ''))) {
      const { success, data } = linkedArticle.safeParse(node);
      if (success && [data['@type']].flat().some((type) => /Article$|^Report$|^BlogPosting$/.test(type)))
        return data;
    }
  }
  return null;
}

/** Linked data comes as one node, a list of nodes, or a graph that holds the list. */
function nodesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return '@graph' in value ? [value, ...nodesIn(value['@graph'])] : [value];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
