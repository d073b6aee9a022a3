import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SlackPost } from '../render.ts';
import type { Called, CallSlack } from '../web-api/call-slack.ts';
import { findPosts, POST_MARK, type Search } from './find-posts.ts';

export interface Posting extends Search {
  readonly part: number;
  readonly post: SlackPost;
}

const postedSchema = z.object({ ts: z.string() });

/**
 * Posts one part and says its ts. When Slack leaves open whether it was posted, the conversation tells; when it is not
 * there, or that cannot be told, the outcome stays unsure.
 */
export async function postOnce(posting: Posting, callSlack: CallSlack): Promise<Called<string>> {
  const { token, part } = posting;
  const called = await callSlack({
    token,
    method: 'chat.postMessage',
    fields: fieldsOf(posting),
    schema: postedSchema,
  });
  if (called.kind === 'done') return { kind: 'done', value: called.value.ts };
  if (called.kind !== 'unsure') return called;
  const found = await findPosts(posting, callSlack);
  const ts = found.kind === 'done' ? found.value.get(part) : undefined;
  return ts === undefined ? called : { kind: 'done', value: ts };
}

function fieldsOf({ conversationId, threadTs, key, part, post }: Posting) {
  return {
    channel: conversationId,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    ...shownOf(post),
    metadata: { event_type: POST_MARK, event_payload: { delivery_id: key, part } },
    client_msg_id: uuidOf(`${key}/${part}`),
  };
}

/** What is seen of a post, with nothing unfurled or guessed from its text. */
export function shownOf({ text, blocks }: SlackPost) {
  return { text, blocks, unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false };
}

/** The same for the same text. Slack does not promise to drop a second message with it, so nothing relies on that. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
