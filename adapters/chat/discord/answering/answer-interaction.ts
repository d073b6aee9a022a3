import type { CommandInput, Completion } from '../../../../src/ports/chat-adapter.ts';
import { ownPosts } from '../own-posts.ts';
import type { DiscordPost } from '../render.ts';
import { words } from '../words.ts';
import { type AskPorts, askInbox } from './ask-inbox.ts';
import { createReply, type Reply, type ReplyOutcome, type ReplyPorts } from './create-reply.ts';
import type { Asker } from './read-asker.ts';
import type { Interaction } from './read-interaction.ts';
import { suggest } from './suggest.ts';

export type AnswerPorts = AskPorts & ReplyPorts;

/** Acknowledges first, whatever it is; what Discord no longer waits for is logged and let go. */
export async function answerInteraction(interaction: Interaction, ports: AnswerPorts): Promise<void> {
  const { what, asker } = interaction;
  const reply = createReply(interaction, ports);
  const place = { reply, asker };
  if (what.kind === 'command') return answerCommand(what.input, place, ports);
  if (what.kind === 'press') return answerPress(what, place, ports);
  return answerCompletion(what.completion, reply, ports);
}

interface Place {
  readonly reply: Reply;
  readonly asker: Asker;
}

async function answerCommand(
  input: CommandInput,
  { reply, asker }: Place,
  ports: AnswerPorts,
): Promise<void> {
  const isPrivate = ports.inbox.visibilityOf(input) === 'private';
  const taken = await reply.acknowledge({ kind: 'later', isPrivate });
  if (isLost(taken, 'command', ports)) return;
  await answerIn({ reply, asker, isPrivate, hasNotes: true }, input, ports);
}

async function answerPress(
  { sealed, isWhole }: { readonly sealed: string; readonly isWhole: boolean },
  { reply, asker }: Place,
  ports: AnswerPorts,
): Promise<void> {
  const pressed = ports.inbox.unseal(sealed);
  const isInPlace = isWhole && pressed?.isPaging === true;
  const taken = await reply.acknowledge(
    isInPlace ? { kind: 'in-place' } : { kind: 'later', isPrivate: true },
  );
  if (isLost(taken, 'button', ports)) return;
  const line = (await pressed?.line().catch(() => null)) ?? null;
  if (line !== null) {
    const answer = { reply, asker, isPrivate: true, hasNotes: !isInPlace };
    return answerIn(answer, { kind: 'line', line }, ports);
  }
  const [post] = ownPosts(words.tooOld);
  if (post === undefined) return;
  isLost(await (isInPlace ? reply.add(post, true) : reply.edit(post)), 'button', ports);
}

interface AnswerPlace extends Place {
  readonly isPrivate: boolean;
  /** A page that is turned stays to be read until the next is there. */
  readonly hasNotes: boolean;
}

async function answerIn(place: AnswerPlace, input: CommandInput, ports: AnswerPorts): Promise<void> {
  const { reply, asker, isPrivate, hasNotes } = place;
  let noted: Promise<unknown> = Promise.resolve();
  const showNote = ([note]: readonly DiscordPost[]) => {
    if (note !== undefined) noted = reply.edit(note);
  };
  const [first, ...others] = await askInbox({ ...asker, input }, hasNotes ? showNote : null, ports);
  await noted;
  if (first === undefined || !(await showFirst(first, reply, ports))) return;
  for (const post of others) {
    if (isLost(await reply.add(post, isPrivate), 'answer', ports)) return;
  }
}

/** What Discord does not take is a mistake of ours, but nobody shall look at "thinking …" for it. */
async function showFirst(post: DiscordPost, reply: Reply, ports: AnswerPorts): Promise<boolean> {
  const outcome = await reply.edit(post);
  if (outcome.kind !== 'failed') return !isLost(outcome, 'answer', ports);
  const id = crypto.randomUUID().slice(0, 8);
  ports.logger.error('discord reply refused', new Error(outcome.reason), { what: 'answer', id });
  const [sorry] = ownPosts(words.failed(id));
  if (sorry !== undefined) await reply.edit(sorry);
  return false;
}

async function answerCompletion(completion: Completion, reply: Reply, ports: AnswerPorts): Promise<void> {
  const choices = await suggest(completion, ports);
  isLost(await reply.acknowledge({ kind: 'suggestions', choices }), 'completion', ports);
}

function isLost(outcome: ReplyOutcome, what: string, { logger }: AnswerPorts): boolean {
  if (outcome.kind === 'done') return false;
  if (outcome.kind === 'expired') logger.warn('discord interaction lost', { what, reason: outcome.reason });
  else logger.error('discord reply refused', new Error(outcome.reason), { what });
  return true;
}
