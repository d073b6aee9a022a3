import type { SlackPost } from '../render.ts';

/** Where the answer to one person goes. */
export interface ReplyPlace {
  /** Shows a note until the answer comes. */
  note(post: SlackPost): Promise<void>;
  /** Shows the answer, in the place of the note where that is possible. */
  show(posts: readonly SlackPost[]): Promise<void>;
  /** Shows a sentence instead of an answer. */
  say(post: SlackPost): Promise<void>;
}
