import { Routes } from 'discord.js';
import { z } from 'zod';
import type { DiscordPost } from '../render.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { readFailure, type Unsent, unsent } from '../rest/read-failure.ts';
import { postRequest } from './post-body.ts';
import { markerOf, nonceOf, type PostPlace } from './post-key.ts';

/** Ten seconds each, and the delivery is tried again later anyway. */
const MOST_TRIES = 2;

const posted = z.object({ id: z.string() });

export type PostOutcome = { readonly kind: 'posted'; readonly id: string } | Unsent;

export interface NewPost {
  readonly channelId: string;
  readonly place: PostPlace;
  readonly post: DiscordPost;
  /** The message that it answers; null for none. */
  readonly repliesTo: string | null;
}

/** Makes one post. When the answer is lost it is asked for again at once: the nonce keeps it from coming twice. */
export async function makePost(wanted: NewPost, rest: DiscordRest): Promise<PostOutcome> {
  const nonce = nonceOf(wanted.place, wanted.post);
  for (let tries = 1; ; tries += 1) {
    try {
      return { kind: 'posted', id: await post(wanted, nonce, rest) };
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'deleted') return { kind: 'posted', id: `deleted-${nonce}` };
      if (failure.kind !== 'unclear' || tries === MOST_TRIES) return unsent(failure);
    }
  }
}

async function post(wanted: NewPost, nonce: string, rest: DiscordRest): Promise<string> {
  const { channelId, repliesTo, place } = wanted;
  const { body, files } = postRequest(marked(wanted.post, markerOf(place)));
  const reference = { message_id: repliesTo, fail_if_not_exists: false };
  const answer = await rest.bot.post(Routes.channelMessages(channelId), {
    body: {
      ...{ ...body, nonce, enforce_nonce: true },
      ...(repliesTo === null ? {} : { message_reference: reference }),
    },
    files,
  });
  return posted.parse(answer).id;
}

function marked({ components, files }: DiscordPost, id: number): DiscordPost {
  const [first, ...others] = components;
  return { components: first === undefined ? [] : [{ ...first, id }, ...others], files };
}
