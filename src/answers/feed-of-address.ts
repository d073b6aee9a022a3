import { type Feed, UNREAD_FEED } from '../domain/feed.ts';
import type { Instant, Language } from '../domain/identity.ts';
import { LANGUAGES } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import { feedIdOf } from '../ingest/feeds/feed-id-of.ts';
import { sourceAt } from '../ingest/find-source.ts';
import type { FeedPreview } from './preview-feed.ts';

type Read = Extract<FeedPreview, { kind: 'feed' }>;

/** The feed that an operator adds: of a source of the profile where its site is known, else of a third party. */
export function feedOfAddress(
  url: string,
  preview: Read,
  { relationship, now }: { readonly relationship: Relationship; readonly now: Instant },
): Feed {
  const { sources } = relationship;
  const source = sourceAt(preview.site ?? url, sources) ?? sourceAt(url, sources);
  return {
    id: feedIdOf(url),
    url,
    sourceId: source?.id ?? null,
    title: preview.title ?? source?.name ?? new URL(url).hostname,
    language: mainLanguage(preview),
    side: source?.side ?? 'third',
    origin: 'operator',
    isConfirmed: true,
    addedAt: now,
    pause: null,
    state: { ...UNREAD_FEED, nextCheckAt: now },
  };
}

/** The language of most items. */
function mainLanguage({ items }: Read): Language {
  const count = (language: Language) => items.filter((item) => item.language === language).length;
  const [most] = [...LANGUAGES].sort((a, b) => count(b) - count(a));
  return most !== undefined && count(most) > items.length / 2 ? most : 'other';
}
