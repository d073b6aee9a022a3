import { z } from 'zod';
import type { Logger } from '../../../../src/ports/logger.ts';
import type { SlackPost } from '../render.ts';
import { openDirect } from '../sending/open-direct.ts';
import { shownOf } from '../sending/post-once.ts';
import { type Picture, uploadPicture } from '../sending/upload-picture.ts';
import type { Called, CallSlack } from '../web-api/call-slack.ts';
import { insist } from './insist.ts';
import type { Asking } from './person.ts';

/** What an answer to a command cannot do through its own address. */
export interface Fallback {
  post(shown: SlackPost): Promise<void>;
  picture(picture: Picture): Promise<void>;
}

export interface FallbackParts {
  readonly callSlack: CallSlack;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

const anything = z.unknown();

/**
 * Posts where the command was typed, so that only who typed it sees it where that was asked; where the bot may not post,
 * in the direct messages of that person, who alone is sure to be waiting for it.
 */
export function replyBeside(
  { token, userId, conversationId }: Asking,
  isPrivate: boolean,
  { callSlack, logger, signal }: FallbackParts,
): Fallback {
  function postTo(channel: string, shown: SlackPost): Promise<Called<unknown>> {
    const isEphemeral = isPrivate && channel === conversationId;
    const method = isEphemeral ? 'chat.postEphemeral' : 'chat.postMessage';
    const fields = { channel, ...(isEphemeral ? { user: userId } : {}), ...shownOf(shown) };
    return insist(() => callSlack({ token, method, fields, schema: anything }), signal);
  }

  async function inDirect(show: (channel: string) => Promise<Called<unknown>>): Promise<void> {
    const opened = await insist(() => openDirect(token, userId, callSlack), signal);
    const shown = opened.kind === 'done' ? await show(opened.value) : opened;
    if (shown.kind !== 'done') logger.warn('slack answer not shown', { why: whyOf(shown) });
  }

  /** A conversation of two people cannot be posted to, so nothing is tried there. */
  async function first(show: (channel: string) => Promise<Called<unknown>>): Promise<void> {
    const isOpen = conversationId !== null && !conversationId.startsWith('D');
    if (isOpen && (await show(conversationId)).kind === 'done') return;
    await inDirect(show);
  }

  return {
    post: (shown) => first((channel) => postTo(channel, shown)),
    /** No file is for one person's eyes only, except in direct messages. */
    picture(picture) {
      const upload = (conversation: string) =>
        insist(
          () => uploadPicture(picture, { token, conversationId: conversation, threadTs: null }, callSlack),
          signal,
        );
      return isPrivate ? inDirect(upload) : first(upload);
    },
  };
}

function whyOf(called: Exclude<Called<unknown>, { kind: 'done' }>): string {
  return called.kind === 'refused' ? called.code : called.kind;
}
