import { InteractionResponseType as Answer, MessageFlags, Routes } from 'discord.js';
import type { DiscordAccount } from '../account.ts';
import type { Patience } from '../patience.ts';
import type { DiscordPost } from '../render.ts';
import type { DiscordRest } from '../rest/open-rest.ts';
import { readFailure } from '../rest/read-failure.ts';
import { postRequest } from '../sending/post-body.ts';
import type { Interaction } from './read-interaction.ts';

/** How an interaction is acknowledged. */
export type Acknowledgement =
  /** "Thinking …", for everybody or for whoever asked; the answer is edited in. */
  | { readonly kind: 'later'; readonly isPrivate: boolean }
  /** The message with the button stays as it is until the answer is edited into it. */
  | { readonly kind: 'in-place' }
  | {
      readonly kind: 'suggestions';
      readonly choices: readonly { readonly name: string; readonly value: string }[];
    };

export type ReplyOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' | 'expired'; readonly reason: string };

/** The answer to one interaction. */
export interface Reply {
  acknowledge(how: Acknowledgement): Promise<ReplyOutcome>;
  /** Puts a post in the place of what is shown. May be repeated without harm, so it is, when Discord does not answer. */
  edit(post: DiscordPost): Promise<ReplyOutcome>;
  /** Shows another post below. Discord keeps no nonce here, so it is tried once: rather missing than twice. */
  add(post: DiscordPost, isPrivate: boolean): Promise<ReplyOutcome>;
}

export interface ReplyPorts {
  readonly account: DiscordAccount;
  readonly rest: DiscordRest;
  readonly patience: Patience;
}

const MOST_ACKNOWLEDGEMENTS = 2;
const MOST_EDITS = 5;
const DONE: ReplyOutcome = Object.freeze({ kind: 'done' });

export function createReply({ id, token }: Interaction, { account, rest, patience }: ReplyPorts): Reply {
  const original = Routes.webhookMessage(account.applicationId, token, '@original');

  async function tryAcknowledge(how: Acknowledgement, tries: number): Promise<ReplyOutcome> {
    try {
      const signal = AbortSignal.timeout(patience.acknowledgeTimeoutMs);
      await rest.replies.post(Routes.interactionCallback(id, token), {
        auth: false,
        body: bodyOf(how),
        signal,
      });
      return DONE;
    } catch (error) {
      const failure = readFailure(error);
      // The first try got through after all; at the first try it was another process with the same token.
      if (failure.kind === 'acknowledged' && tries > 1) return DONE;
      const isWorthIt = failure.kind === 'unclear' || failure.kind === 'later';
      if (isWorthIt && tries < MOST_ACKNOWLEDGEMENTS) return tryAcknowledge(how, tries + 1);
      return { kind: 'expired', reason: failure.reason };
    }
  }

  async function tryEdit(post: DiscordPost, tries: number): Promise<ReplyOutcome> {
    const failure = await failureOf(rest.replies.patch(original, { auth: false, ...postRequest(post) }));
    if (failure === null) return DONE;
    const isWorthIt = failure.kind === 'unclear' || failure.kind === 'later';
    if (!isWorthIt || tries >= MOST_EDITS) return outcomeOf(failure);
    await new Promise((resolve) => setTimeout(resolve, patience.retryMs * 2 ** (tries - 1)));
    return tryEdit(post, tries + 1);
  }

  return {
    acknowledge: (how) => tryAcknowledge(how, 1),
    edit: (post) => tryEdit(post, 1),
    async add(post, isPrivate) {
      const route = Routes.webhook(account.applicationId, token);
      const failure = await failureOf(
        rest.replies.post(route, { auth: false, ...postRequest(post, isPrivate) }),
      );
      return failure === null ? DONE : outcomeOf(failure);
    },
  };
}

function bodyOf(how: Acknowledgement): object {
  switch (how.kind) {
    case 'later':
      return {
        type: Answer.DeferredChannelMessageWithSource,
        ...(how.isPrivate ? { data: { flags: MessageFlags.Ephemeral } } : {}),
      };
    case 'in-place':
      return { type: Answer.DeferredMessageUpdate };
    case 'suggestions':
      return { type: Answer.ApplicationCommandAutocompleteResult, data: { choices: how.choices } };
  }
}

async function failureOf(request: Promise<unknown>): Promise<ReturnType<typeof readFailure> | null> {
  return request.then(() => null, readFailure);
}

function outcomeOf({ kind, reason }: ReturnType<typeof readFailure>): ReplyOutcome {
  return { kind: kind === 'expired' ? 'expired' : 'failed', reason };
}
