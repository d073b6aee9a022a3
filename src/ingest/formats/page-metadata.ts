import type { StatedTime } from '../draft-of.ts';
import { parsePublished } from '../parse-published.ts';
import { authorNames } from './author-names.ts';
import { type LinkedArticle, linkedArticleOf } from './linked-article.ts';
import { type MetaTags, metaTagsOf } from './meta-tags.ts';
import type { Page } from './page.ts';

export interface PageMetadata {
  readonly title: string | null;
  readonly canonical: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  readonly published: StatedTime | null;
  readonly author: string | null;
  readonly articleBody: string | null;
}

/** The places of a page that say something of it, by how much they are believed: linked data, tags in its head, markup. */
interface Places {
  readonly page: Page;
  readonly article: LinkedArticle | null;
  readonly tags: MetaTags;
}

const MAX_TITLE = 500;

/** What a page says of itself: linked data first, then Open Graph and the older tags, then its markup. */
export function readPageMetadata(page: Page): PageMetadata {
  const places: Places = { page, article: linkedArticleOf(page), tags: metaTagsOf(page) };
  const { article, tags } = places;
  const siteName = article?.publisher ?? tags.first('og:site_name', 'application-name');
  return {
    title: titleOf(places, siteName),
    canonical: canonicalOf(places),
    siteName,
    language: article?.inLanguage ?? languageOf(places),
    published: publishedOf(places),
    author: authorOf(places),
    articleBody: article?.articleBody ?? null,
  };
}

function titleOf({ page, article, tags }: Places, siteName: string | null): string | null {
  const written =
    article?.headline ??
    article?.name ??
    tags.first('og:title', 'twitter:title') ??
    textOf(page, 'h1') ??
    textOf(page, 'title');
  if (written === null || siteName === null) return written;
  const [, title, site] = /^(.+)\s+[|–—/·•»-]\s+([^|]+)$/u.exec(written.slice(0, MAX_TITLE)) ?? [];
  return site?.toLowerCase() === siteName.toLowerCase() ? (title ?? written) : written;
}

function canonicalOf({ page, article, tags }: Places): string | null {
  return (
    attributeOf(page, 'link[rel~="canonical"]', 'href') ??
    tags.first('og:url') ??
    article?.url ??
    article?.mainEntityOfPage ??
    null
  );
}

function languageOf({ page, tags }: Places): string | null {
  return attributeOf(page, 'html', 'lang') ?? tags.first('og:locale', 'content-language', 'dc.language');
}

/** A date that cannot be read hides none that can; when all are such, the first is reported. */
function publishedOf({ page, article, tags }: Places): StatedTime | null {
  const inHead = tags.first(
    ...['article:published_time', 'og:article:published_time', 'datepublished', 'pubdate', 'publishdate'],
    ...[
      'publish-date',
      'publish_date',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
    ],
    ...['sailthru.date', 'parsely-pub-date'],
  );
  const onPage =
    attributeOf(page, '[itemprop="datePublished"]', 'datetime') ??
    attributeOf(page, 'article time[datetime]', 'datetime') ??
    attributeOf(page, 'time[datetime]', 'datetime');
  const stated = [
    ...timeFrom(article?.datePublished, 'linked data of the page'),
    ...timeFrom(inHead, 'metadata of the page'),
    ...timeFrom(onPage, 'time on the page'),
  ];
  return stated.find(({ value }) => parsePublished(value) !== null) ?? stated[0] ?? null;
}

function timeFrom(value: string | null | undefined, where: string): StatedTime[] {
  return value == null ? [] : [{ value, where }];
}

function authorOf({ page, article, tags }: Places): string | null {
  return (
    authorNames(article?.authors ?? []) ??
    authorNames(tags.all('author', 'article:author', 'og:article:author')) ??
    authorNames(tags.all('dc.creator', 'parsely-author', 'sailthru.author', 'byl')) ??
    authorNames([
      textOf(page, '[itemprop="author"] [itemprop="name"]') ?? textOf(page, '[rel~="author"]') ?? '',
    ])
  );
}

function textOf(page: Page, selector: string): string | null {
  return page.querySelector(selector)?.textContent?.trim() || null;
}

function attributeOf(page: Page, selector: string, name: string): string | null {
  return page.querySelector(selector)?.getAttribute(name)?.trim() || null;
}
