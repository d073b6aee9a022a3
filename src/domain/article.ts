import type { DaySpan } from './day.ts';
import type { ArticleId, Certainty, FeedId, Instant, Language } from './identity.ts';

/** When an article was published. `at` is null only when `certainty` is `unknown`. */
export interface Publication {
  readonly at: Instant | null;
  readonly certainty: Certainty;
  /** Why we believe it, in one short phrase: "front matter", "first line", "weekday and offices named". */
  readonly reason: string;
}

/** A fact about an article with how sure we are of it. */
export interface Found<Value> {
  readonly value: Value;
  readonly certainty: Certainty;
}

/** What ingest reads from one file, page or feed item, before it is stored. Text is NFC, with `\n` line ends. */
export interface ArticleDraft {
  /** Canonical http(s) URL, when there is one. */
  readonly url: string | null;
  /** Where it was read: an absolute path, a URL, or `feed#guid`. The identity of an article without a URL. */
  readonly locator: string;
  readonly title: Found<string>;
  readonly text: string;
  /** Id of a source of the profile; null when no source could be told. */
  readonly sourceId: Found<string | null>;
  readonly language: Found<Language>;
  readonly publication: Publication;
  /** Who wrote it, as printed; null when nobody is named. */
  readonly author: string | null;
  /** The id of the feed that brought it and what tells the item apart there; null when no feed did. */
  readonly feedItem: FeedItemKey | null;
  /** It was there when its feed was first read: it is stored, and is no news to anybody. */
  readonly isBacklog: boolean;
}

export interface FeedItemKey {
  readonly feedId: FeedId;
  readonly key: string;
  /** SHA-256 (hex) over title and content as the feed carries them: the same again needs no second look. */
  readonly hash: string;
}

/** One published item as stored. Evidence offsets are UTF-16 code units into `text`. */
export interface Article extends Omit<ArticleDraft, 'feedItem'> {
  readonly id: ArticleId;
  /** SHA-256 (hex) over title and text: tells a revision from the same article again. */
  readonly contentHash: string;
  /** 1 for the first version; each change of title, text or stated publication adds one. */
  readonly revision: number;
  readonly storedAt: Instant;
}

/** An exact slice of a stored article's text. */
export interface Evidence {
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
}

export type SaveOutcome = 'new' | 'revised' | 'unchanged';

/** A date as an article writes it, resolved against its publication time. Offsets into the article's text. */
export interface DateMention extends DaySpan {
  readonly start: number;
  readonly end: number;
}
