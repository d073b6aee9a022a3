import type { Article, ArticleDraft, Publication, SaveOutcome } from '../domain/article.ts';
import type { Day } from '../domain/day.ts';
import type { AgreementId, ArticleId, EventId, Instant, StoryId } from '../domain/identity.ts';
import type {
  Agreement,
  AgreementStatus,
  AgreementStep,
  EventKind,
  NewsEvent,
  Observation,
} from '../domain/ledger.ts';
import type { ArticleLink, Story } from '../domain/story.ts';
import type { Understanding } from '../domain/understanding.ts';
import type {
  ChangeStore,
  DeliveryStore,
  EditionStore,
  InstallationStore,
  KeepsakeStore,
  LeaseStore,
  MuteStore,
  PreferenceStore,
  SubscriptionStore,
} from './channel-stores.ts';
import type { FeedStore } from './feed-store.ts';

/** A window of a list: `limit` rows after skipping `offset`. */
export interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** One page of a list and how many rows there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface ArticleStore {
  /**
   * Stores a draft once. Identity is the feed's item, the URL, else the locator, else the same content without a URL;
   * the id is a hash of the URL or, without one, of the first content, so that it never depends on the order of arrival.
   * A stated publication never moves to a later time.
   */
  save(draft: ArticleDraft, storedAt: Instant): Promise<{ article: Article; outcome: SaveOutcome }>;
  /** Deletes an article and everything that was made of it; `standingOf` knows it from then on. False when there is none. */
  delete(id: ArticleId, at: Instant): Promise<boolean>;
  /** What `save` would do: store it as new, compare it with the one stored, or bring back one that was deleted. */
  standingOf(draft: ArticleDraft): Promise<'new' | 'stored' | 'deleted'>;
  setPublication(id: ArticleId, publication: Publication): Promise<void>;
  get(id: ArticleId): Promise<Article | null>;
  /** In the order of `ids`; unknown ids are left out. */
  getMany(ids: readonly ArticleId[]): Promise<readonly Article[]>;
  /** By full id, unambiguous beginning of an id (at least 4 characters), URL, or end of a locator. */
  find(reference: string): Promise<Article | null>;
  /** By id, for exports and re-runs; `after` is the last id of the page before. */
  list(after: ArticleId | null, limit: number): Promise<readonly Article[]>;
  count(): Promise<number>;
  /** How many were published before; those whose time is not known count by when they were stored. */
  countBefore(at: Instant): Promise<number>;
  /** Of those the oldest. */
  idsBefore(at: Instant, limit: number): Promise<readonly ArticleId[]>;
  /** How many articles there are in each language. */
  countByLanguage(): Promise<Readonly<Record<string, number>>>;
  /** The latest publication time of all; null when none is known. */
  newestPublishedAt(): Promise<Instant | null>;
}

/** One article reduced to what comparing it with others needs. Days are those of its publication and its dates. */
export interface Fingerprint {
  readonly articleId: ArticleId;
  readonly language: string;
  readonly sourceId: string | null;
  readonly publishedAt: Instant | null;
  readonly isPublicationStated: boolean;
  /** First and last day on which candidates are looked for; null keeps the article out of all stories. */
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  /** Feature name → weight; see `src/stories/fingerprint.ts`. */
  readonly features: Readonly<Record<string, number>>;
  /** Hashes of word shingles, sorted: near-copies share most of them. */
  readonly shingles: readonly number[];
  /** The features in a compact form, by which most candidates are ruled out unread; see `src/stories/sketch.ts`. */
  readonly sketch: string;
}

/** An article that may be compared with another; its fingerprint is read only when its sketch allows a link. */
export type Candidate = Pick<Fingerprint, 'articleId' | 'sketch'>;

export interface UnderstandingStore {
  save(understanding: Understanding, fingerprint: Fingerprint): Promise<void>;
  get(id: ArticleId): Promise<Understanding | null>;
  getMany(ids: readonly ArticleId[]): Promise<readonly Understanding[]>;
  fingerprints(ids: readonly ArticleId[]): Promise<readonly Fingerprint[]>;
  /** Articles whose fingerprints' days overlap the span; through an index, never the whole archive. */
  candidates(fromDay: Day, toDay: Day): Promise<readonly Candidate[]>;
  /** How many articles there are of each relevance kind. */
  countByRelevance(): Promise<Readonly<Record<string, number>>>;
  /** The articles that name an entity of the profile, newest first. */
  naming(entityId: string, window: Window): Promise<Page<ArticleId>>;
}

export interface StoryFilter {
  /** On any of these topics; none of them means any topic. */
  readonly topicIds?: readonly string[];
  readonly personId?: string;
  /** Stories with an article published at or after. */
  readonly since?: Instant;
  /** Stories first published before. */
  readonly until?: Instant;
  /** Only stories with an article that is no backlog. */
  readonly isNews?: true;
}

export interface StoryStore {
  /** Replaces all links of one article. */
  saveLinks(id: ArticleId, links: readonly ArticleLink[]): Promise<void>;
  /** The links that touch any of the articles: all, or those of some kinds. */
  linksOf(ids: readonly ArticleId[], kinds?: readonly ArticleLink['kind'][]): Promise<readonly ArticleLink[]>;
  /** Puts these stories in the place of every story that holds one of their articles or is named in `gone`. */
  replace(stories: readonly Story[], gone: readonly StoryId[]): Promise<void>;
  /** By id or unambiguous beginning of an id (at least 4 characters). */
  find(reference: string): Promise<Story | null>;
  getMany(ids: readonly StoryId[]): Promise<readonly Story[]>;
  /** The stories that hold any of the articles. */
  ofArticles(ids: readonly ArticleId[]): Promise<readonly Story[]>;
  /** The story of each article that is in one; far cheaper than the stories themselves. */
  homesOf(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, StoryId>>;
  /** Newest first by their last publication, then by id. */
  latest(filter: StoryFilter, window: Window): Promise<Page<Story>>;
}

export interface EventFilter {
  readonly kind?: EventKind;
  readonly personId?: string;
  /** On any of these topics; none of them means any topic. */
  readonly topicIds?: readonly string[];
  /** Events that end on or after this day. */
  readonly fromDay?: Day;
  /** Events that start on or before this day. */
  readonly toDay?: Day;
}

export interface LedgerStore {
  /** Replaces what one article says. */
  saveObservations(id: ArticleId, observations: readonly Observation[]): Promise<void>;
  /** Observations with the key whose days overlap the span. */
  observationsNear(key: string, fromDay: Day, toDay: Day): Promise<readonly Observation[]>;
  observationsOf(id: ArticleId): Promise<readonly Observation[]>;
  /** Puts these entries in the place of `gone`, in one step. */
  replace(
    entries: { events: readonly NewsEvent[]; agreements: readonly Agreement[] },
    gone: readonly string[],
  ): Promise<void>;
  /**
   * Puts these steps in the place of an agreement's steps with one status on days of the span. Its own status and last
   * step follow from all its steps; without any it is gone.
   */
  replaceSteps(
    agreement: Pick<Agreement, 'id' | 'name' | 'kind'>,
    place: { readonly status: AgreementStatus; readonly fromDay: Day; readonly toDay: Day },
    steps: readonly AgreementStep[],
  ): Promise<void>;
  /** By first day, newest first unless `order` is `oldest`, then by id. */
  events(filter: EventFilter, window: Window, order?: 'newest' | 'oldest'): Promise<Page<NewsEvent>>;
  /** By the last step's day, newest first. */
  agreements(filter: { status?: AgreementStatus }, window: Window): Promise<Page<Agreement>>;
  getMany(ids: readonly (EventId | AgreementId)[]): Promise<{
    events: readonly NewsEvent[];
    agreements: readonly Agreement[];
  }>;
}

/** A passage is one sentence of one article; `terms` are its index terms, already stemmed and romanised. */
export interface Passage {
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
}

export interface PassageHit {
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  /** Higher is better; BM25 over the index terms. */
  readonly score: number;
}

export interface PassageQuery {
  readonly terms: readonly string[];
  /** `all`: every term in the passage; `any`: ranked by how many and how rare. */
  readonly match: 'all' | 'any';
  readonly since?: Instant;
  readonly until?: Instant;
}

export interface PassageStore {
  /** Replaces the passages of one article. */
  index(id: ArticleId, passages: readonly Passage[]): Promise<void>;
  /** Best first, then newest, then by place. */
  search(query: PassageQuery, window: Window): Promise<Page<PassageHit>>;
}

/** Everything that outlives the process. Every call is asynchronous; failures of the engine are `TemporaryError` or bugs. */
export interface Store {
  readonly articles: ArticleStore;
  readonly understandings: UnderstandingStore;
  readonly stories: StoryStore;
  readonly ledger: LedgerStore;
  readonly passages: PassageStore;
  readonly subscriptions: SubscriptionStore;
  readonly editions: EditionStore;
  readonly deliveries: DeliveryStore;
  readonly preferences: PreferenceStore;
  readonly installations: InstallationStore;
  readonly keepsakes: KeepsakeStore;
  readonly feeds: FeedStore;
  readonly mutes: MuteStore;
  readonly changes: ChangeStore;
  readonly leases: LeaseStore;
  /** All or nothing. Calls inside `work` go through the store it is given. */
  transaction<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
  /** Brings the schema up to date; safe to call again. */
  migrate(): Promise<void>;
  /** Writes a consistent copy while running; of every engine the same kind of file. */
  backup(file: string): Promise<void>;
  /**
   * Puts what a copy holds in the place of all that is stored, but for the passages, which are to be indexed anew. Called
   * within a transaction. `UserError` when there is no such file, or a newer version wrote it.
   */
  restore(file: string): Promise<void>;
  /** Says that this process runs the bot; `UserError` where the engine bears only one and another one does already. */
  claimSole(): Promise<void>;
  close(): Promise<void>;
}
