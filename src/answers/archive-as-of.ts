import type { Article } from '../domain/article.ts';
import { dayOf } from '../domain/day.ts';
import type { ArticleId, Instant } from '../domain/identity.ts';
import type { Clock } from '../ports/clock.ts';
import type {
  ArticleStore,
  LedgerStore,
  Page,
  PassageStore,
  Store,
  StoryStore,
  Window,
} from '../ports/store.ts';
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

/** Looking back reads the list whole, so that its pages and totals hold only what was known. */
const WHOLE_LIST: Window = { limit: 10_000, offset: 0 };

function ledgerAsOf({ store, now, isAhead }: View): LedgerStore {
  return {
    ...store.ledger,
    async events(filter, window, order) {
      if (!(await isAhead())) return store.ledger.events(filter, window, order);
      const { rows } = await store.ledger.events(filter, WHOLE_LIST, order);
      const known = await knownAmong(idsOf(rows.flatMap(({ evidence }) => evidence)), store, now());
      const today = dayOf(now());
      return pageOf(
        rows.flatMap((event) => eventAsOf(event, known, today) ?? []),
        window,
      );
    },
    async agreements({ status }, window) {
      if (!(await isAhead())) return store.ledger.agreements(status === undefined ? {} : { status }, window);
      const { rows } = await store.ledger.agreements({}, WHOLE_LIST);
      const evidence = rows.flatMap(({ steps }) => steps.flatMap((step) => step.evidence));
      const known = await knownAmong(idsOf(evidence), store, now());
      const then = rows.flatMap((agreement) => agreementAsOf(agreement, known) ?? []);
      return pageOf(
        then.filter((agreement) => status === undefined || agreement.status === status),
        window,
      );
    },
  };
}

function pageOf<Row>(rows: readonly Row[], { limit, offset }: Window): Page<Row> {
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
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
