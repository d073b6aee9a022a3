import { z } from 'zod';
import type { FindingOrFailure, StatedTime } from '../draft-of.ts';
import { htmlToText } from './html-to-text.ts';

const text = z.string().nullish();
const time = z.union([z.string(), z.number()]).nullish();
const sourceName = z
  .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
  .nullish();

/** One article under any of the names that exports and JSON Feed give its fields. */
const articleSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: text,
  text,
  content: text,
  body: text,
  content_text: text,
  content_html: text,
  url: text,
  link: text,
  published: time,
  publishedAt: time,
  date_published: time,
  date: time,
  language: text,
  lang: text,
  source: sourceName,
});
type JsonArticle = z.infer<typeof articleSchema>;

const listSchema = z.union([
  z.array(z.unknown()),
  z.object({ articles: z.array(z.unknown()) }).transform(({ articles }) => articles),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
]);

/** One article, a list of them, or a JSON Feed. Throws on text that is not JSON. */
export function readJson(locator: string, json: string): Promise<FindingOrFailure[]> {
  const value: unknown = JSON.parse(json);
  const list = listSchema.safeParse(value);
  if (!list.success) return Promise.all([readArticle(value, locator, '')]);
  return Promise.all(list.data.map((item, index) => readArticle(item, locator, `#${index + 1}`)));
}

/** One article a line; a broken line does not stop the others. */
export function readJsonLines(locator: string, lines: string): Promise<FindingOrFailure[]> {
  const numbered = lines.split('\n').map((line, index) => ({ line: line.trim(), position: `#${index + 1}` }));
  return Promise.all(
    numbered.filter(({ line }) => line !== '').map(({ line, position }) => readLine(line, locator, position)),
  );
}

async function readLine(line: string, locator: string, position: string): Promise<FindingOrFailure> {
  try {
    return await readArticle(JSON.parse(line), locator, position);
  } catch {
    return { position, reason: 'not valid JSON' };
  }
}

async function readArticle(value: unknown, locator: string, position: string): Promise<FindingOrFailure> {
  const checked = articleSchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return { position, reason: `not an article: ${issue?.path.join('.') || 'it'}: ${issue?.message}` };
  }
  const article = checked.data;
  const marked =
    article.content_html ?? article.text ?? article.content ?? article.body ?? article.content_text;
  if (marked == null) return { position, reason: 'not an article: it has no text' };
  return {
    locator: article.id == null ? locator + position : `${locator}#${article.id}`,
    url: article.url ?? article.link ?? null,
    title: article.title ?? null,
    text: await htmlToText(marked),
    language: article.language ?? article.lang ?? null,
    languageAround: null,
    published: publishedOf(article),
    sourceNames: article.source == null ? [] : [article.source],
    author: null,
  };
}

function publishedOf(article: JsonArticle): StatedTime | null {
  const value = article.published ?? article.publishedAt ?? article.date_published ?? article.date;
  return value == null ? null : { value, where: 'JSON field' };
}
