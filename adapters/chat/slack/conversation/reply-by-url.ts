import type { SlackPost } from '../render.ts';
import { shownOf } from '../sending/post-once.ts';
import type { Fallback } from './reply-beside.ts';
import type { ReplyPlace } from './reply-place.ts';
import { createResponseUrl, type ResponseUrlParts } from './response-url.ts';

export interface UrlReply {
  readonly responseUrl: string;
  readonly isPrivate: boolean;
  /** What the first post of the answer replaces: a note that was shown, the message whose button was pressed, or nothing. */
  readonly replaces: 'note' | 'source' | 'nothing';
  readonly threadTs: string | null;
}

/** Answers through the address that came with a command or a press; beside it when that takes no more. */
export function replyByUrl(reply: UrlReply, beside: Fallback, parts: ResponseUrlParts): ReplyPlace {
  const address = createResponseUrl(reply.responseUrl, parts);
  let isNoted = false;

  async function post(shown: SlackPost, replacesOriginal: boolean): Promise<void> {
    if (!(await address.post(bodyOf(shown, reply, replacesOriginal)))) await beside.post(shown);
    for (const picture of shown.files) await beside.picture(picture);
  }

  return {
    /** What replaces its source needs no note: a note could not be taken away again. */
    async note(shown) {
      if (reply.replaces === 'source') return;
      isNoted = await address.tryOnce(bodyOf(shown, reply, false));
    },
    async show(posts) {
      for (const [place, shown] of posts.entries()) {
        const replacesFirst = reply.replaces === 'source' || (reply.replaces === 'note' && isNoted);
        await post(shown, place === 0 && replacesFirst);
      }
    },
    say: (shown) => post(shown, reply.replaces === 'note' && isNoted),
  };
}

function bodyOf(shown: SlackPost, { isPrivate, threadTs }: UrlReply, replacesOriginal: boolean) {
  return {
    ...shownOf(shown),
    response_type: isPrivate ? 'ephemeral' : 'in_channel',
    replace_original: replacesOriginal,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
  };
}
