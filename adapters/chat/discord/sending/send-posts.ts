import type { Dispatch, SendOutcome } from '../../../../src/ports/chat-adapter.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { DiscordPost } from '../render.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { readFailure, unsent } from '../rest/read-failure.ts';
import { lookUpPost } from './look-up-post.ts';
import { makePost, type NewPost, type PostOutcome } from './make-post.ts';
import { markerOf } from './post-key.ts';

/** Discord knows nonces "for a few minutes"; so long one may surely rely on it. */
const NONCE_LIFE_MS = 2 * 60_000;
/** Some posts of one message in a row reach the limit of a channel; that is over within this time. */
const LONGEST_REST_MS = 6_000;

export interface SendPorts {
  readonly rest: DiscordRest;
  readonly clock: Clock;
}

export interface PostsToSend {
  readonly channelId: string;
  readonly posts: readonly DiscordPost[];
  readonly dispatch: Dispatch;
}

/** Makes the posts of one message that earlier attempts did not make, in order. */
export async function sendPosts(
  { channelId, posts, dispatch }: PostsToSend,
  ports: SendPorts,
): Promise<SendOutcome> {
  const done = dispatch.posts.length;
  for (const [part, post] of posts.entries()) {
    if (part < done) continue;
    const wanted = {
      channelId,
      post,
      place: { key: dispatch.key, part },
      repliesTo: part === 0 ? messageIn(dispatch.replyTo) : null,
    };
    const earlier = part === done ? await madeEarlier(wanted, dispatch, ports) : null;
    const outcome = earlier ?? (await makePostInTurn(wanted, part > done, ports));
    if (outcome.kind !== 'posted') return outcome;
    await dispatch.onPosted(outcome.id);
  }
  return { kind: 'sent' };
}

/** A post that was deleted before its answer came has no id of Discord's. */
function messageIn(post: string | null): string | null {
  return post !== null && /^\d+$/.test(post) ? post : null;
}

/**
 * Only the first post that is not known to have been made can have been made unnoticed. While its nonce is known it is
 * simply made again; later it is looked for.
 */
async function madeEarlier(
  { channelId, place }: NewPost,
  { triedSince }: Dispatch,
  { rest, clock }: SendPorts,
): Promise<PostOutcome | null> {
  if (triedSince === null || clock.now() - triedSince < NONCE_LIFE_MS) return null;
  try {
    const id = await lookUpPost({ channelId, marker: markerOf(place), triedSince }, rest);
    return id === null ? null : { kind: 'posted', id };
  } catch (error) {
    return unsent(readFailure(error));
  }
}

/** A message whose first posts are made waits for its turn with the next; before the first, whoever sends shall wait. */
async function makePostInTurn(
  wanted: NewPost,
  isFurther: boolean,
  { rest, clock }: SendPorts,
): Promise<PostOutcome> {
  const outcome = await makePost(wanted, rest);
  const waitMs = outcome.kind === 'not-sent' ? outcome.retryAfterMs : null;
  if (!isFurther || waitMs === null || waitMs > LONGEST_REST_MS) return outcome;
  await clock.wait(waitMs);
  return makePost(wanted, rest);
}
