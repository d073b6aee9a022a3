import type { z } from 'zod';
import type { CommandInput, Inbox, IncomingCommand, Pressed } from '../../../../src/ports/chat-adapter.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import { sentencePost } from '../sealed-posts.ts';
import { openDirect } from '../sending/open-direct.ts';
import type { CallSlack } from '../web-api/call-slack.ts';
import { words } from '../words.ts';
import { answerPerson } from './answer-person.ts';
import type { actionSchema, homeSchema, Sender, saidSchema, slashSchema } from './incoming.ts';
import { insist } from './insist.ts';
import type { Asking, People } from './person.ts';
import { plainWords } from './plain-words.ts';
import { publishHome } from './publish-home.ts';
import { replyBeside } from './reply-beside.ts';
import { replyByUrl, type UrlReply } from './reply-by-url.ts';
import { replyInConversation } from './reply-in-conversation.ts';
import type { ReplyPlace } from './reply-place.ts';

export interface DeskParts {
  readonly inbox: Inbox;
  readonly callSlack: CallSlack;
  readonly people: People;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  /** What is not answered by then is given up. */
  readonly signal: AbortSignal;
}

type Slash = z.infer<typeof slashSchema>;
type Action = z.infer<typeof actionSchema>;
type Said = z.infer<typeof saidSchema>;
type Home = z.infer<typeof homeSchema>;
type Press = Action['actions'][number];

/** Hands what people do to the inbox, and its answers back to them. Everything here has been acknowledged. */
export interface Desk {
  slash(slash: Slash, sender: Sender): Promise<void>;
  pressed(action: Action, sender: Sender): Promise<void>;
  said(said: Said, sender: Sender): Promise<void>;
  home(home: Home, sender: Sender): Promise<void>;
}

export function createDesk(parts: DeskParts): Desk {
  const { inbox, people } = parts;

  function byUrl(asking: Asking, reply: UrlReply): ReplyPlace {
    return replyByUrl(reply, replyBeside(asking, reply.isPrivate, parts), parts);
  }

  async function pressed(action: Action, sender: Sender): Promise<void> {
    const [press] = action.actions;
    const token = press.value ?? press.selected_option?.value;
    if (token === undefined) return;
    const asking = { ...sender, userId: action.user.id, conversationId: action.channel?.id ?? null };
    const button = inbox.unseal(token);
    const place = await placeOfPress(action, asking, button);
    const line = await button?.line();
    if (place === null) return;
    if (line === null || line === undefined) return place.say(sentencePost(words.tooOld));
    await answerPerson(commandOf(asking, { kind: 'line', line }), place, parts);
    if (asking.conversationId === null) await publishHome(asking, parts);
  }

  function commandOf(asking: Asking, input: CommandInput): IncomingCommand {
    return { ...people.person(asking), input };
  }

  /** On the bot's own page nothing can be shown to one person; the answer goes to the direct messages. */
  async function placeOfPress(
    action: Action,
    asking: Asking,
    button: Pressed | null,
  ): Promise<ReplyPlace | null> {
    const { response_url: responseUrl, container, actions } = action;
    if (responseUrl !== undefined) {
      const replaces = turnsPage(actions[0], button) ? 'source' : 'nothing';
      return byUrl(asking, {
        responseUrl,
        isPrivate: true,
        replaces,
        threadTs: container?.thread_ts ?? null,
      });
    }
    const opened = await insist(() => openDirect(asking.token, asking.userId, parts.callSlack), parts.signal);
    if (opened.kind !== 'done') return null;
    const key = `press/${crypto.randomUUID()}`;
    return replyInConversation(
      { token: asking.token, conversationId: opened.value, threadTs: null, key },
      parts,
    );
  }

  return {
    async slash({ text, channel_id, user_id, response_url }, sender) {
      const asking = { ...sender, userId: user_id, conversationId: channel_id };
      const input = { kind: 'line', line: plainWords(text) } as const;
      const isPrivate = inbox.visibilityOf(input) === 'private';
      const reply = { responseUrl: response_url, isPrivate, replaces: 'note', threadTs: null } as const;
      await answerPerson(commandOf(asking, input), byUrl(asking, reply), parts);
    },
    pressed,
    async said({ event_id, event: { user, text, channel, ts, thread_ts, channel_type } }, sender) {
      if (user === undefined) return;
      const asking = { ...sender, userId: user, conversationId: channel };
      const threadTs = thread_ts ?? (channel_type === 'im' ? null : ts);
      const reply = { token: sender.token, conversationId: channel, threadTs, key: `answer/${event_id}` };
      const input = { kind: 'said', words: plainWords(text) } as const;
      await answerPerson(commandOf(asking, input), replyInConversation(reply, parts), parts);
    },
    async home({ event: { user } }, sender) {
      await publishHome({ ...sender, userId: user, conversationId: null }, parts);
    },
  };
}

/** A message of several posts cannot be turned: its other posts would stay. */
function turnsPage({ action_id }: Press, button: Pressed | null): boolean {
  return button?.isPaging === true && action_id.startsWith('solo:');
}
