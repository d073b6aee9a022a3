import type { StatedTime } from '../draft-of.ts';

/** A feed as it was read, whatever its format. Texts are plain, addresses absolute; nothing is believed yet. */
export interface FeedDocument {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  readonly title: string | null;
  /** Address of the site. */
  readonly link: string | null;
  readonly id: string | null;
  /** Language tag. */
  readonly language: string | null;
  /** What the feed itself asks for between checks (`ttl`, `sy:updatePeriod`); null when it does not say. */
  readonly checkEveryMs: number | null;
  readonly published: StatedTime | null;
  readonly updated: StatedTime | null;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly guid: string | null;
  /** Absolute http(s) address. */
  readonly url: string | null;
  /** On one line, without markup. */
  readonly title: string | null;
  /** The shorter of what it carries, as HTML. */
  readonly summaryHtml: string | null;
  /** The fullest of what it carries, as HTML. */
  readonly contentHtml: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly published: StatedTime | null;
  readonly updated: StatedTime | null;
}

/** A feed that a page announces. */
export interface FeedOffer {
  readonly url: string;
  readonly title: string | null;
}

export type FeedReading =
  | { readonly kind: 'feed'; readonly feed: FeedDocument }
  | {
      readonly kind: 'refused';
      /** What it is instead: one sentence. */
      readonly reason: string;
      /** The feeds that a page announces. */
      readonly offers: readonly FeedOffer[];
    };
