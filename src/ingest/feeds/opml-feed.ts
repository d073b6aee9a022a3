import type { FeedPause } from '../../domain/feed.ts';
import type { Language } from '../../domain/identity.ts';

/** Attributes that only Dragoman writes, in a namespace of their own, as OPML asks of what is not in its standard. */
export const OWN_ATTRIBUTES = {
  namespace: 'urn:dragoman:opml',
  side: 'dragoman:side',
  source: 'dragoman:source',
  owner: 'dragoman:owner',
  confirmed: 'dragoman:confirmed',
  pausedBy: 'dragoman:pausedBy',
  pauseReason: 'dragoman:pauseReason',
} as const;

/** A feed as a list names it; nothing but the form of its address is believed yet. */
export interface OpmlFeed {
  /** Canonical. */
  readonly url: string;
  /** On one line. */
  readonly title: string | null;
  /** Address of the site. */
  readonly site: string | null;
  readonly language: Language;
  /** What another Dragoman knew of it; null in a list of any other program. */
  readonly own: {
    readonly side: string;
    readonly sourceId: string | null;
    readonly isConfirmed: boolean;
    readonly pause: Pick<FeedPause, 'by' | 'reason'> | null;
  } | null;
}

/** An outline that stands for a feed and names none that can be read. */
export interface OpmlRefusal {
  /** As it is written, cut short where it is long. */
  readonly written: string;
  readonly problem: 'no-address' | 'no-web-address';
}
