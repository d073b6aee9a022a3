import type { Article, ArticleDraft, Publication, SaveOutcome } from '../../src/domain/article.ts';
import type { ArticleId, Instant } from '../../src/domain/identity.ts';
import { rowOf } from './article-row.ts';
import { articleIdOf, contentHashOf } from './content-hash.ts';
import { findSame } from './find-same.ts';
import type { Db } from './tables.ts';

/** Called within a transaction, so that nobody stores the same draft between the look-up and the insert. */
export async function saveArticle(
  db: Db,
  draft: ArticleDraft,
  storedAt: Instant,
): Promise<{ article: Article; outcome: SaveOutcome }> {
  const known = await findSame(db, draft);
  const saved = await saveOver(db, { known, draft, storedAt });
  await keepItem(db, draft, saved.article.id);
  return saved;
}

async function saveOver(
  db: Db,
  { known, draft, storedAt }: { known: Article | null; draft: ArticleDraft; storedAt: Instant },
): Promise<{ article: Article; outcome: SaveOutcome }> {
  if (!known) return { article: await insert(db, draft, storedAt), outcome: 'new' };
  const isCopy = draft.url === null && draft.feedItem === null && known.locator !== draft.locator;
  if (isCopy) return { article: known, outcome: 'unchanged' };
  if (!isChanged(known, draft)) return { article: await moved(db, known, draft), outcome: 'unchanged' };
  return { article: await revise(db, known, draft, storedAt), outcome: 'revised' };
}

/** A new URL of a known article is written without a revision: it says nothing new. */
async function moved(db: Db, known: Article, { url }: ArticleDraft): Promise<Article> {
  if (url === null || url === known.url) return known;
  await db.updateTable('articles').set({ url }).where('id', '=', known.id).execute();
  return { ...known, url };
}

async function keepItem(db: Db, { feedItem }: ArticleDraft, id: ArticleId): Promise<void> {
  if (!feedItem) return;
  const { feedId, key, hash } = feedItem;
  await db
    .insertInto('feed_items')
    .values({ feed_id: feedId, key, article_id: id, hash })
    .onConflict((conflict) => conflict.columns(['feed_id', 'key']).doUpdateSet({ article_id: id, hash }))
    .execute();
}
function isChanged(known: Article, draft: ArticleDraft): boolean {
  return (
    known.contentHash !== contentHashOf(draft) || isPublicationNews(known.publication, draft.publication)
  );
}

function isPublicationNews(known: Publication, draft: Publication): boolean {
  return draft.certainty === 'stated' && (known.certainty !== 'stated' || isEarlier(draft, known));
}

async function insert(db: Db, draft: ArticleDraft, storedAt: Instant): Promise<Article> {
  const article = articleFrom(draft, {
    id: articleIdOf(draft),
    publication: draft.publication,
    revision: 1,
    storedAt,
  });
  await db.insertInto('articles').values(rowOf(article)).execute();
  await db.deleteFrom('deleted_articles').where('id', '=', article.id).execute();
  return article;
}

async function revise(db: Db, known: Article, draft: ArticleDraft, storedAt: Instant): Promise<Article> {
  const kept = { url: draft.url ?? known.url, author: draft.author ?? known.author };
  const article = articleFrom(
    { ...draft, ...kept, isBacklog: known.isBacklog },
    {
      id: known.id,
      publication: surerOf(known.publication, draft.publication),
      revision: known.revision + 1,
      storedAt,
    },
  );
  await db.updateTable('articles').set(rowOf(article)).where('id', '=', known.id).execute();
  await spreadPublication(db, article.id, article.publication.at);
  return article;
}

/** Of two stated times the earlier holds, whichever comes first: feeds re-date what they have published. */
function isEarlier(draft: Publication, known: Publication): boolean {
  return draft.at !== null && known.at !== null && draft.at < known.at;
}

/** What was known of the publication stays unless the draft is at least as sure. */
function surerOf(known: Publication, draft: Publication): Publication {
  if (known.certainty === 'stated' && !isEarlier(draft, known)) return known;
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
