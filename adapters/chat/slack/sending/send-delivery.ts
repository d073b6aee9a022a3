import type { Message } from '../../../../src/domain/message.ts';
import type { Channel } from '../../../../src/domain/subscription.ts';
import type { Dispatch, Inbox, SendOutcome } from '../../../../src/ports/chat-adapter.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import type { SlackPost } from '../render.ts';
import { sealedPosts } from '../sealed-posts.ts';
import { addressOf } from '../slack-address.ts';
import type { Called, CallSlack } from '../web-api/call-slack.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { findPosts, type Search } from './find-posts.ts';
import { openDirect } from './open-direct.ts';
import { notSent, outcomeOf } from './outcome-of.ts';
import { postOnce } from './post-once.ts';
import { picturesIn, uploadPicture } from './upload-picture.ts';

export interface SendingParts {
  readonly callSlack: CallSlack;
  readonly workspaces: Workspaces;
  readonly inbox: Pick<Inbox, 'seal'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  /** The adapter stops: what is not begun stays for the next attempt. */
  readonly signal: AbortSignal;
}

export interface Delivered {
  readonly channel: Channel;
  readonly message: Message;
  readonly dispatch: Dispatch;
}

const SENT: SendOutcome = Object.freeze({ kind: 'sent' });
const CUT_SHORT = notSent('The bot stops.', 60_000);

/** Posts what is not there yet of a delivery, part by part. */
export async function sendDelivery(
  { channel, message, dispatch }: Delivered,
  parts: SendingParts,
): Promise<SendOutcome> {
  const place = await placeOf(channel, parts);
  if (place.kind !== 'found') return place;
  const { kind: _, ...conversation } = place;
  const search = {
    ...conversation,
    threadTs: dispatch.replyTo,
    key: dispatch.key,
    since: dispatch.triedSince ?? parts.clock.now(),
  };
  const found = await alreadyThere(search, dispatch, parts);
  if (found.kind !== 'done') return outcomeOf(found);
  for (const [part, post] of (await sealedPosts(message, parts.inbox)).entries()) {
    if (parts.signal.aborted) return CUT_SHORT;
    const known = dispatch.posts[part];
    const ts = known ?? found.value.get(part);
    const posted: Called<string> =
      ts === undefined
        ? await postOnce({ ...search, part, post }, parts.callSlack)
        : { kind: 'done', value: ts };
    if (posted.kind !== 'done') return outcomeOf(posted);
    if (known === undefined) await dispatch.onPosted(posted.value);
    const pictured = await addPictures(post, threadOf(posted.value, search), ts !== undefined, parts);
    if (pictured !== null) return pictured;
  }
  return SENT;
}

/** Where what belongs to a post goes: its own thread, or the one that it is in. */
function threadOf(ts: string, search: Search): Search {
  return search.threadTs === null ? { ...search, threadTs: ts } : search;
}

type PlaceFound = { readonly kind: 'found' } & Pick<Search, 'token' | 'botUserId' | 'conversationId'>;

async function placeOf(
  channel: Channel,
  { workspaces, callSlack }: SendingParts,
): Promise<PlaceFound | SendOutcome> {
  const address = addressOf(channel);
  if (address === null) return { kind: 'closed', reason: 'channel-gone' };
  const access = await workspaces.access(address.workspaceId);
  if (access.kind === 'none') return { kind: 'closed', reason: 'uninstalled' };
  if (access.kind === 'unknown') return notSent(access.reason, access.retryAfterMs);
  const { token, botUserId } = access;
  if (address.kind === 'conversation') {
    return { kind: 'found', token, botUserId, conversationId: address.conversationId };
  }
  const opened = await openDirect(token, address.userId, callSlack);
  return opened.kind === 'done'
    ? { kind: 'found', token, botUserId, conversationId: opened.value }
    : outcomeOf(opened);
}

/** In the first attempt nothing can be there. */
async function alreadyThere(search: Search, { triedSince }: Dispatch, { callSlack }: SendingParts) {
  if (triedSince !== null) return findPosts(search, callSlack);
  return { kind: 'done', value: new Map<number, string>() } as const;
}

/**
 * Pictures go into the thread of their post. One that Slack refuses is left out, as its post says in words what it shows;
 * after an earlier attempt the thread tells which are there.
 */
async function addPictures(
  { files }: SlackPost,
  place: Search,
  wasThere: boolean,
  { callSlack, logger }: SendingParts,
): Promise<SendOutcome | null> {
  if (files.length === 0) return null;
  const shown: Called<ReadonlySet<string>> = wasThere
    ? await picturesIn(place, callSlack)
    : { kind: 'done', value: new Set<string>() };
  if (shown.kind !== 'done') return outcomeOf(shown);
  for (const picture of files.filter(({ name }) => !shown.value.has(name))) {
    const uploaded = await uploadPicture(picture, place, callSlack);
    if (uploaded.kind === 'refused') logger.warn('slack picture refused', { code: uploaded.code });
    else if (uploaded.kind !== 'done') return outcomeOf(uploaded);
  }
  return null;
}
