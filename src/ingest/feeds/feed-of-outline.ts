import type { FeedPause } from '../../domain/feed.ts';
import { LANGUAGES, type Language } from '../../domain/identity.ts';
import { normaliseTitle } from '../normalise-text.ts';
import { feedAddress } from './feed-address.ts';
import { type OpmlFeed, OWN_ATTRIBUTES } from './opml-feed.ts';
import type { Outline } from './outlines-of.ts';

const LONGEST_TEXT = 300;
/** Marks that show nothing: chat platforms put them around right-to-left words and into what looks like a mention. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/g;
const PAUSED_BY = ['operator', 'gone', 'failing'] as const satisfies readonly FeedPause['by'][];

/** The feed that an outline names, at its canonical address. */
export function feedOfOutline(outline: Outline, url: string): OpmlFeed {
  return {
    url,
    title: oneLine(outline.title) ?? oneLine(outline.text),
    site: feedAddress(outline.htmlUrl, null),
    language: languageOf(outline.language),
    own: ownOf(outline),
  };
}

/** Languages are written as tags: `en-us`. */
function languageOf(tag: string | null | undefined): Language {
  const [main] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === main) ?? 'other';
}

/** The owner is not read: it is the profile's, and comes back with the source. */
function ownOf(outline: Outline): OpmlFeed['own'] {
  const side = oneLine(outline[OWN_ATTRIBUTES.side]);
  if (side === null) return null;
  const by = PAUSED_BY.find((name) => name === outline[OWN_ATTRIBUTES.pausedBy]);
  const reason = oneLine(outline[OWN_ATTRIBUTES.pauseReason]) ?? '';
  return {
    side,
    sourceId: oneLine(outline[OWN_ATTRIBUTES.source]),
    isConfirmed: outline[OWN_ATTRIBUTES.confirmed] !== 'no',
    pause: by === undefined ? null : { by, reason },
  };
}

function oneLine(text: string | null | undefined): string | null {
  const line = normaliseTitle((text ?? '').replace(INVISIBLE, '')).slice(0, LONGEST_TEXT);
  return line === '' ? null : line;
}
