import type { Instant } from '../domain/identity.ts';
import type { Block, Field, Message } from '../domain/message.ts';
import type { Delivery } from '../domain/subscription.ts';
import { entries, field, fields, heading, paragraph } from './blocks.ts';
import { bold, text } from './inline.ts';
import { entry } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { showInstant } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** How much is stored, counted once. */
export interface StoredCounts {
  readonly articles: number;
  readonly byRelevance: Readonly<Record<string, number>>;
  readonly byLanguage: Readonly<Record<string, number>>;
  readonly stories: number;
  readonly events: number;
  readonly agreements: number;
  readonly subscriptions: number;
  readonly deliveries: Readonly<Record<string, number>>;
  readonly newestAt: Instant | null;
}

/** How a platform is doing. */
export interface PlatformHealth {
  readonly platform: string;
  readonly state: 'connected' | 'degraded' | 'down';
  readonly since: Instant;
  readonly detail: string | null;
}

export function statusMessage(
  counts: StoredCounts,
  health: readonly PlatformHealth[],
  givenUp: readonly Delivery[],
  reader: Reader,
): Message {
  const words = wordsIn(reader.language);
  const title = heading(words.status.heading(reader.relationship.name));
  const isEmpty = counts.articles === 0 ? [paragraph(words.status.empty)] : [];
  return {
    blocks: [
      title,
      ...isEmpty,
      fields([...statusFields(counts, reader), ...healthFields(health, reader)]),
      ...givenUpBlocks(givenUp, reader),
    ],
  };
}

function statusFields(counts: StoredCounts, { language, zone }: Reader): Field[] {
  const words = wordsIn(language);
  const { status } = words;
  const deliveries = listed(counts.deliveries, status.deliveryStatuses);
  return [
    field(status.articles, String(counts.articles)),
    ...optional(status.relevance, listed(counts.byRelevance, words.relevance)),
    ...optional(status.languages, listed(counts.byLanguage, words.languages)),
    ...optional(status.newest, counts.newestAt === null ? '' : showInstant(counts.newestAt, zone, words)),
    field(status.stories, String(counts.stories)),
    field(
      status.ledger,
      `${words.counts.events(counts.events)}, ${words.counts.agreements(counts.agreements)}`,
    ),
    field(status.subscriptions, String(counts.subscriptions)),
    field(status.deliveries, deliveries === '' ? status.noDeliveries : deliveries),
  ];
}

function healthFields(health: readonly PlatformHealth[], { language, zone }: Reader): Field[] {
  const words = wordsIn(language);
  const { status } = words;
  const shown = health.map(({ platform, state, since, detail }) =>
    status.health(platform, status.states[state], showInstant(since, zone, words), detail),
  );
  return optional(status.platforms, shown.join('; '));
}

/** What could not be delivered, each with a button that tries it again. */
function givenUpBlocks(givenUp: readonly Delivery[], { language, zone }: Reader): Block[] {
  const words = wordsIn(language);
  const { status } = words;
  if (givenUp.length === 0) return [];
  const rows = givenUp.map(({ id, channel, nextAttemptAt, reason }) => {
    const at = showInstant(nextAttemptAt, zone, words);
    const line = status.givenUpLine(at, channel.id, reason ?? '');
    return entry([text(line)], [{ label: status.retry, command: `retry ${id}` }]);
  });
  return [paragraph([bold(status.givenUp)]), entries(rows)];
}

function optional(label: string, value: string): Field[] {
  return value === '' ? [] : [field(label, value)];
}

/** `both sides together 61, one side about the other 12`, in the order of the words. */
function listed(counts: Readonly<Record<string, number>>, words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .filter(([key]) => (counts[key] ?? 0) > 0)
    .map(([key, word]) => `${word} ${counts[key] ?? 0}`)
    .join(', ');
}
