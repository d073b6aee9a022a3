import type { Article, ArticleDraft, Publication, SaveOutcome } from '../../src/domain/article.ts';
import type { ArticleId, Instant } from '../../src/domain/identity.ts';
import { articleOf, rowOf } from './article-row.ts';
import { articleIdOf, contentHashOf } from './content-hash.ts';
import type { ArticleRow, Db } from './tables.ts';

/** Called within a transaction, so that nobody stores the same draft between the look-up and the insert. */
export async function saveArticle(
  db: Db,
  draft: ArticleDraft,
  storedAt: Instant,
): Promise<{ article: Article; outcome: SaveOutcome }> {
  const known = await findSame(db, draft);
  if (!known) return { article: await insert(db, draft, storedAt), outcome: 'new' };
  const isCopy = draft.url === null && known.locator !== draft.locator;
  if (isCopy || !isChanged(known, draft)) return { article: known, outcome: 'unchanged' };
  return { article: await revise(db, known, draft, storedAt), outcome: 'revised' };
}

async function findSame(db: Db, draft: ArticleDraft): Promise<Article | null> {
  const row =
    draft.url === null
      ? ((await findByLocator(db, draft.locator)) ?? (await findByContent(db, draft)))
      : await findByUrl(db, draft.url);
  return row ? articleOf(row) : null;
}

function findByUrl(db: Db, url: string): Promise<ArticleRow | undefined> {
  return db.selectFrom('articles').selectAll().where('url', '=', url).executeTakeFirst();
}

function findByLocator(db: Db, locator: string): Promise<ArticleRow | undefined> {
  return db
    .selectFrom('articles')
    .selectAll()
    .where('url', 'is', null)
    .where('locator', '=', locator)
    .executeTakeFirst();
}

/** By its content now or, through the id, its first content: a copy of an article that was revised since. */
function findByContent(db: Db, draft: ArticleDraft): Promise<ArticleRow | undefined> {
  return db
    .selectFrom('articles')
    .selectAll()
    .where('url', 'is', null)
    .where((where) =>
      where.or([where('content_hash', '=', contentHashOf(draft)), where('id', '=', articleIdOf(draft))]),
    )
    .orderBy('id')
    .executeTakeFirst();
}

function isChanged(known: Article, draft: ArticleDraft): boolean {
  return (
    known.contentHash !== contentHashOf(draft) || isPublicationNews(known.publication, draft.publication)
  );
}

function isPublicationNews(known: Publication, draft: Publication): boolean {
  return draft.certainty === 'stated' && (known.certainty !== 'stated' || known.at !== draft.at);
}

async function insert(db: Db, draft: ArticleDraft, storedAt: Instant): Promise<Article> {
  const article = articleFrom(draft, {
    id: articleIdOf(draft),
    publication: draft.publication,
    revision: 1,
    storedAt,
  });
  await db.insertInto('articles').values(rowOf(article)).execute();
  return article;
}

async function revise(db: Db, known: Article, draft: ArticleDraft, storedAt: Instant): Promise<Article> {
  const article = articleFrom(draft, {
    id: known.id,
    publication: surerOf(known.publication, draft.publication),
    revision: known.revision + 1,
    storedAt,
  });
  await db.updateTable('articles').set(rowOf(article)).where('id', '=', known.id).execute();
  await spreadPublication(db, article.id, article.publication.at);
  return article;
}

/** What was known of the publication stays unless the draft is at least as sure. */
function surerOf(known: Publication, draft: Publication): Publication {
  const sureness = { stated: 2, inferred: 1, unknown: 0 };
  return sureness[draft.certainty] >= sureness[known.certainty] ? draft : known;
}

function articleFrom(
  draft: ArticleDraft,
  stored: { id: ArticleId; publication: Publication; revision: number; storedAt: Instant },
): Article {
  const { url, locator, title, text, sourceId, language, author, isBacklog } = draft;
  const content = { url, locator, title, text, sourceId, language, author, isBacklog };
  return { ...content, contentHash: contentHashOf(draft), ...stored };
}

/** Rows that carry an article's publication time, so that lists need not read the article to sort by it. */
export async function spreadPublication(db: Db, id: ArticleId, at: Instant | null): Promise<void> {
  await db.updateTable('article_entities').set({ published_at: at }).where('article_id', '=', id).execute();
  await db.updateTable('passages').set({ published_at: at }).where('article_id', '=', id).execute();
}
