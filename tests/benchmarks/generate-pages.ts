import type { ArticleDraft } from '../../src/domain/article.ts';
import { createRandom, type Random } from './random.ts';

const SEED = 20_260_204;
const SECTIONS = ['World', 'Economy', 'Culture', 'Sport', 'Opinion', 'Video'];
const TEASERS = 30;
const FEWEST_PARAGRAPHS = 8;
const MORE_PARAGRAPHS = 12;

/** Pages as news sites make them: an article among menus, teasers, scripts and styles; the same for the same articles. */
export function generatePages(count: number, articles: readonly ArticleDraft[]): string[] {
  const random = createRandom(SEED);
  return Array.from({ length: count }, () => pageOf(random, articles));
}

function pageOf(random: Random, articles: readonly ArticleDraft[]): string {
  const article = random.pick(articles);
  const title = escaped(article.title.value);
  return `<!doctype html><html lang="${article.language.value}"><head><meta charset="utf-8"><title>${title} | News</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="News">
<link rel="canonical" href="https://news.example/world/2026/02/1">
<script type="application/ld+json">${linkedData(article)}</script>
<style>${'.card{display:flex;margin:0 auto;padding:4px}'.repeat(40)}</style></head><body>
<header><nav><ul>${SECTIONS.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></nav></header>
<main><article class="story"><h1>${title}</h1><p class="byline">By A. Correspondent</p>
<figure><img src="/1.jpg" alt=""><figcaption>Photo: News</figcaption></figure>
<div class="story-body">${paragraphsOf(random, articles)}</div></article>
<aside class="related">${teasersOf(random, articles)}</aside></main>
<script>window.layer=${JSON.stringify(SECTIONS.flatMap((name) => Array(40).fill(name)))}</script>
<footer><p>All rights reserved</p></footer></body></html>`;
}

function linkedData({ title }: ArticleDraft): string {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title.value,
    datePublished: '2026-02-04T18:20:00+05:00',
    author: { '@type': 'Person', name: 'A. Correspondent' },
  };
  return JSON.stringify(article).replaceAll('<', '\\u003c');
}

function paragraphsOf(random: Random, articles: readonly ArticleDraft[]): string {
  const paragraphs = articles.flatMap(({ text }) => text.split(/\n+/));
  const length = FEWEST_PARAGRAPHS + random.below(MORE_PARAGRAPHS);
  return Array.from({ length }, () => `<p>${escaped(random.pick(paragraphs))}</p>`).join('\n');
}

function teasersOf(random: Random, articles: readonly ArticleDraft[]): string {
  return Array.from({ length: TEASERS }, () => {
    const title = escaped(random.pick(articles).title.value);
    return `<div class="card"><a href="/world/${random.below(10_000)}"><img src="/t.jpg" alt=""><span>${title}</span></a></div>`;
  }).join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
