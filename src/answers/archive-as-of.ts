import type { Article } from '../domain/article.ts';
import { dayOf } from '../domain/day.ts';
import type { ArticleId, Instant } from '../domain/identity.ts';
import type { Clock } from '../ports/clock.ts';
import type { ArticleStore, LedgerStore, PassageStore, Store, StoryStore } from '../ports/store.ts';
import { agreementAsOf, eventAsOf, storyAsOf } from './entries-as-of.ts';

/**
 * The archive as it stands at the clock's time: what was published later is neither listed nor cited, and a happening
 * still to come is announced, not held. While nothing stored lies ahead of the clock, every call goes straight through.
 */
export function archiveAsOf(store: Store, clock: Pick<Clock, 'now'>): Store {
  const isAhead = async () => ((await store.articles.newestPublishedAt()) ?? 0) > clock.now();
  const view = { store, now: () => clock.now(), isAhead };
  return {
    ...store,
    articles: articlesAsOf(view),
    stories: storiesAsOf(view),
    ledger: ledgerAsOf(view),
    passages: passagesAsOf(view),
    transaction: (work) => store.transaction(work),
  };
}

interface View {
  readonly store: Store;
  now(): Instant;
  isAhead(): Promise<boolean>;
}

function articlesAsOf({ store, now, isAhead }: View): ArticleStore {
  return {
    ...store.articles,
    async getMany(ids) {
      const articles = await store.articles.getMany(ids);
      return (await isAhead()) ? articles.filter((article) => isPublished(article, now())) : articles;
    },
  };
}

function storiesAsOf({ store, now, isAhead }: View): StoryStore {
  return {
    ...store.stories,
    async latest(filter, window) {
      if (!(await isAhead())) return store.stories.latest(filter, window);
      const until = Math.min(filter.until ?? Number.POSITIVE_INFINITY, now() + 1);
      const page = await store.stories.latest({ ...filter, until }, window);
      const known = await knownAmong(
        page.rows.flatMap(({ articleIds }) => articleIds),
        store,
        now(),
      );
      return { ...page, rows: page.rows.map((story) => storyAsOf(story, known)) };
    },
  };
}

function ledgerAsOf({ store, now, isAhead }: View): LedgerStore {
  return {
    ...store.ledger,
    async events(filter, window, order) {
      const page = await store.ledger.events(filter, window, order);
      if (!(await isAhead())) return page;
      const known = await knownAmong(idsOf(page.rows.flatMap(({ evidence }) => evidence)), store, now());
      return { ...page, rows: page.rows.flatMap((event) => eventAsOf(event, known, dayOf(now())) ?? []) };
    },
    async agreements(filter, window) {
      const page = await store.ledger.agreements(filter, window);
      if (!(await isAhead())) return page;
      const evidence = page.rows.flatMap(({ steps }) => steps.flatMap((step) => step.evidence));
      const known = await knownAmong(idsOf(evidence), store, now());
      return { ...page, rows: page.rows.flatMap((agreement) => agreementAsOf(agreement, known) ?? []) };
    },
  };
}

function passagesAsOf({ store, now, isAhead }: View): PassageStore {
  return {
    ...store.passages,
    async search(query, window) {
      if (!(await isAhead())) return store.passages.search(query, window);
      const until = Math.min(query.until ?? Number.POSITIVE_INFINITY, now() + 1);
      return store.passages.search({ ...query, until }, window);
    },
  };
}

async function knownAmong(
  ids: readonly ArticleId[],
  store: Store,
  now: Instant,
): Promise<ReadonlyMap<ArticleId, Article>> {
  const articles = await store.articles.getMany([...new Set(ids)]);
  return new Map(
    articles.filter((article) => isPublished(article, now)).map((article) => [article.id, article]),
  );
}

function isPublished({ publication }: Article, now: Instant): boolean {
  return publication.at === null || publication.at <= now;
}

function idsOf(evidence: readonly { readonly articleId: ArticleId }[]): ArticleId[] {
  return evidence.map(({ articleId }) => articleId);
}
