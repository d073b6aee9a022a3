import { z } from 'zod';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import type { SlackPost } from '../render.ts';
import { postOnce, shownOf } from '../sending/post-once.ts';
import { uploadPicture } from '../sending/upload-picture.ts';
import type { Called, CallSlack } from '../web-api/call-slack.ts';
import { insist } from './insist.ts';
import type { ReplyPlace } from './reply-place.ts';

export interface ConversationReply {
  readonly token: string;
  readonly conversationId: string;
  readonly threadTs: string | null;
  /** Marks the posts of this answer, so that one whose receipt was lost is not posted again. */
  readonly key: string;
}

export interface ConversationParts {
  readonly callSlack: CallSlack;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Answers where something was said, for all to see who are there. */
export function replyInConversation(reply: ConversationReply, parts: ConversationParts): ReplyPlace {
  const { callSlack, clock, logger, signal } = parts;
  const search = { ...reply, botUserId: null, since: clock.now() };
  let noteTs: string | null = null;
  let postsSoFar = 0;

  function postNext(post: SlackPost): () => Promise<Called<string>> {
    const part = postsSoFar;
    postsSoFar += 1;
    return () => postOnce({ ...search, part, post }, callSlack);
  }

  async function inPlaceOfNote(post: SlackPost): Promise<Called<string>> {
    if (noteTs === null) return insist(postNext(post), signal);
    const fields = { channel: reply.conversationId, ts: noteTs, ...updated(post) };
    const call = { token: reply.token, method: 'chat.update', fields, schema: z.object({ ts: z.string() }) };
    const called = await insist(() => callSlack(call), signal);
    noteTs = null;
    return called.kind === 'done' ? { kind: 'done', value: called.value.ts } : insist(postNext(post), signal);
  }

  async function show(posts: readonly SlackPost[]): Promise<void> {
    for (const post of posts) {
      const posted = await inPlaceOfNote(post);
      if (posted.kind !== 'done') return logger.warn('slack answer not shown', { why: posted.kind });
      await addPictures(post, posted.value);
    }
  }

  async function addPictures({ files }: SlackPost, ts: string): Promise<void> {
    const place = { ...reply, threadTs: reply.threadTs ?? ts };
    for (const picture of files) await insist(() => uploadPicture(picture, place, callSlack), signal);
  }

  return {
    async note(post) {
      const posted = await postNext(post)();
      noteTs = posted.kind === 'done' ? posted.value : null;
    },
    show,
    say: (post) => show([post]),
  };
}

/** An edit takes no word on unfurling. */
function updated(post: SlackPost) {
  const { unfurl_links: _, unfurl_media: __, ...shown } = shownOf(post);
  return shown;
}
