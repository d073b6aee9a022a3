import { Routes } from 'discord.js';
import type { SendOutcome } from '../../../../src/ports/chat-adapter.ts';
import type { DiscordPost } from '../render.ts';
import { readFailure, unsent } from '../rest/read-failure.ts';
import { postRequest } from '../sending/post-body.ts';
import { type SendPorts, sendPosts } from '../sending/send-posts.ts';
import { type AskPorts, askInbox } from './ask-inbox.ts';
import type { Said } from './read-said.ts';

const MOST_TRIES = 4;
/** Whoever asked does not wait longer than that. */
const LONGEST_WAIT_MS = 15_000;
const SENT: SendOutcome = Object.freeze({ kind: 'sent' });

export type SaidPorts = AskPorts & SendPorts;

/** Answers below what was said: a note first when it takes long, which the answer then takes the place of. */
export async function answerSaid(said: Said, ports: SaidPorts): Promise<void> {
  const { messageId, words, asker } = said;
  let note: Promise<readonly string[]> = Promise.resolve([]);
  const showNote = (posts: readonly DiscordPost[]) => {
    note = replyWith(posts, { said, key: `note-${messageId}` }, ports).then(({ made }) => made);
  };
  const posts = await askInbox({ ...asker, input: { kind: 'said', words } }, showNote, ports);
  const [noteId] = await note;
  const key = `said-${messageId}`;
  const [first, ...others] = posts;
  // Somebody may have deleted the note in the meantime.
  const isEdited =
    noteId !== undefined && first !== undefined && (await edit(first, { said, noteId }, ports));
  report((await replyWith(isEdited ? others : posts, { said, key }, ports)).outcome, ports);
}

interface Target {
  readonly said: Said;
  readonly key: string;
}

async function replyWith(posts: readonly DiscordPost[], { said, key }: Target, ports: SaidPorts) {
  const { channelId, messageId } = said;
  const triedSince = ports.clock.now();
  const made: string[] = [];
  const onPosted = async (post: string) => void made.push(post);
  const outcome = await retried(() => {
    const dispatch = { key, triedSince, posts: [...made], replyTo: messageId, onPosted };
    return sendPosts({ channelId, posts, dispatch }, ports);
  }, ports);
  return { made, outcome };
}

async function edit(
  post: DiscordPost,
  { said, noteId }: { readonly said: Said; readonly noteId: string },
  ports: SaidPorts,
): Promise<boolean> {
  const request = postRequest(post);
  const outcome = await retried(async () => {
    const edited = ports.rest.bot.patch(Routes.channelMessage(said.channelId, noteId), request);
    return edited.then(
      () => SENT,
      (error) => unsent(readFailure(error)),
    );
  }, ports);
  return outcome.kind === 'sent';
}

async function retried(work: () => Promise<SendOutcome>, { clock }: SaidPorts): Promise<SendOutcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await work();
    const waitMs = outcome.kind === 'not-sent' ? outcome.retryAfterMs : null;
    if (waitMs === null || waitMs > LONGEST_WAIT_MS || tries === MOST_TRIES) return outcome;
    await clock.wait(waitMs);
  }
}

function report(outcome: SendOutcome, { logger }: SaidPorts): void {
  if (outcome.kind !== 'sent') logger.warn('discord reply lost', { reason: outcome.reason });
}
