import type { Instant } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { Channel } from '../domain/subscription.ts';
import type { Command, Visibility } from './command.ts';

/**
 * What a person asked for: a line as typed after the root command, words said to the bot in a mention or a direct
 * message, or a command with options that are typed already.
 */
export type CommandInput =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'said'; readonly words: string }
  | {
      readonly kind: 'typed';
      readonly command: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
    };

/** What a person may do where they ask. */
export interface Rights {
  readonly managesChannel: boolean;
  readonly managesWorkspace: boolean;
  /** Whoever sits at the machine is one; on other platforms the settings name them. */
  readonly isOperator: boolean;
}

/** What the platform knows of a person; null where it does not. */
export interface PersonFacts {
  /** IANA zone. */
  readonly zone: string | null;
  /** BCP 47 tag, such as `de` or `ru-RU`. */
  readonly locale: string | null;
}

export interface IncomingCommand {
  readonly channel: Channel;
  /** The workspace or server that the channel belongs to, unique on the platform; null outside of any. */
  readonly workspaceId: string | null;
  /** Unique on the platform. */
  readonly userId: string;
  readonly input: CommandInput;
  /** May cost a call to the platform, so it is asked only when a command needs it. */
  rights(): Promise<Rights>;
  /** Never fails: what cannot be found out is null. */
  facts(): Promise<PersonFacts>;
}

/** An option that a person is filling in. */
export interface Completion {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

export interface Suggestion {
  readonly label: string;
  /** What the option would hold; at most 100 characters. */
  readonly value: string;
}

/** A button that was pressed. */
export interface Pressed {
  /** The button turns to another page of the message it is on, rather than opening something beside it. */
  readonly isPaging: boolean;
  /** The line that the button runs; null when it is too old to be known. */
  line(): Promise<string | null>;
}

/** Where adapters hand over what people do. Nothing here throws: an error is a message, too. */
export interface Inbox {
  /** Who sees the answer. Known at once, because a platform must be told before the answer exists. */
  visibilityOf(input: CommandInput): Visibility;
  /** `onSlow` is called at most once, with a note to show until the answer comes. */
  answer(command: IncomingCommand, onSlow?: (note: Message) => void): Promise<Message>;
  /** What a person finds on the bot's own page: help, their settings and their subscriptions. */
  home(person: Omit<IncomingCommand, 'input'>): Promise<Message>;
  /** Best first; none when the option takes anything. */
  complete(completion: Completion): Promise<readonly Suggestion[]>;
  /**
   * What buttons carry for the lines that they run: signed, at most `most` (40 or more) characters each, and good after a
   * restart and in every process of the bot.
   */
  seal(lines: readonly string[], most: number): Promise<ReadonlyMap<string, string>>;
  /** Null when the bot did not seal it. */
  unseal(sealed: string): Pressed | null;
}

/** One delivery on its way, as its earlier attempts left it. */
export interface Dispatch {
  /** The same for every attempt at the same delivery. */
  readonly key: string;
  /** When the first attempt began; null in the first attempt. Since then something may have arrived unnoticed. */
  readonly triedSince: Instant | null;
  /** The platform's ids of the posts that earlier attempts are known to have made, in order. */
  readonly posts: readonly string[];
  /** The platform's id of an earlier post of the channel in whose thread, or as an answer to which, this one belongs. */
  readonly replyTo: string | null;
  /** To be awaited after every post, before the next. */
  onPosted(post: string): Promise<void>;
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** Surely not sent, or not whole; `retryAfterMs` null means that trying this message again is pointless. */
  | { readonly kind: 'not-sent'; readonly reason: string; readonly retryAfterMs: number | null }
  /** The channel is gone or the bot may not post there: nothing can be sent until somebody mends that. */
  | { readonly kind: 'closed'; readonly reason: ClosedReason };

export type ClosedReason =
  | 'channel-gone'
  | 'channel-archived'
  | 'not-a-member'
  | 'not-allowed'
  | 'uninstalled';

export interface ChatCapabilities {
  /** The platform can edit a message after it was sent. */
  readonly canEdit: boolean;
  /** Options arrive typed; otherwise as one line of text. */
  readonly hasTypedOptions: boolean;
}

/** What really is, not what the library believes. */
export interface AdapterHealth {
  readonly platform: string;
  /** `degraded`: people are answered, but something is amiss, such as one of two connections. */
  readonly state: 'connected' | 'degraded' | 'down';
  /** Since when. */
  readonly since: Instant;
  /** One short sentence for operators; null when all is well. */
  readonly detail: string | null;
}

/**
 * One chat platform. It has acknowledged a command before it hands it over, so a slow command cannot time out.
 * Signatures, sockets, deadlines, splitting and rate limits stay inside.
 */
export interface ChatAdapter {
  readonly platform: string;
  readonly capabilities: ChatCapabilities;
  start(inbox: Inbox): Promise<void>;
  stop(): Promise<void>;
  publishCommands(commands: readonly Command[]): Promise<void>;
  /** Posts to one channel never overtake each other, and one channel's rate limit holds up no other. */
  send(channel: Channel, message: Message, dispatch: Dispatch): Promise<SendOutcome>;
  health(): AdapterHealth;
}
