import { z } from 'zod';
import type { Instant } from '../../../../src/domain/identity.ts';
import type { Called, CallSlack } from '../web-api/call-slack.ts';

/** Marks posts of the bot, so that they can be found again. */
export const POST_MARK = 'dragoman_delivery';

export interface Search {
  readonly token: string;
  readonly conversationId: string;
  /** Null outside of threads. */
  readonly threadTs: string | null;
  readonly botUserId: string | null;
  /** Of the delivery or answer. */
  readonly key: string;
  /** When the first attempt began. */
  readonly since: Instant;
}

/** Slack's clock and this one may differ. */
const CLOCK_MARGIN_MS = 60_000;
const PAGE_SIZE = 200;

const pageSchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      user: z.string().optional(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

type Page = z.infer<typeof pageSchema>;

/**
 * Looks in the conversation for the parts of a delivery or answer that are there: part → ts. Where the bot may not read,
 * it finds nothing and so posts again: rather twice than never.
 */
export async function findPosts(
  search: Search,
  callSlack: CallSlack,
): Promise<Called<ReadonlyMap<number, string>>> {
  const found = new Map<number, string>();
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const called: Called<Page> = await callSlack({ ...pageOf(search, cursor), schema: pageSchema });
    if (called.kind === 'refused') break;
    if (called.kind !== 'done') return called;
    for (const [part, ts] of partsIn(called.value, search)) found.set(part, ts);
    cursor = called.value.response_metadata?.next_cursor || undefined;
  }
  return { kind: 'done', value: found };
}

function pageOf({ token, conversationId: channel, threadTs, since }: Search, cursor: string) {
  const oldest = String(Math.max(0, since - CLOCK_MARGIN_MS) / 1000);
  const fields = {
    channel,
    oldest,
    include_all_metadata: true,
    limit: PAGE_SIZE,
    ...(cursor === '' ? {} : { cursor }),
  };
  if (threadTs === null) return { token, method: 'conversations.history', fields };
  return { token, method: 'conversations.replies', fields: { ...fields, ts: threadTs } };
}

/** Others can mark their posts as they like, so only the bot's own count. */
function partsIn({ messages }: Page, { key, botUserId }: Search): readonly (readonly [number, string])[] {
  return messages.flatMap(({ ts, user, metadata }) => {
    const isOwn = botUserId === null || user === botUserId;
    const mark = metadata?.event_type === POST_MARK ? metadata.event_payload : null;
    return isOwn && mark?.['delivery_id'] === key ? [[Number(mark['part']), ts] as const] : [];
  });
}
