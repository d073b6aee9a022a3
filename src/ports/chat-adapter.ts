import type { Message } from '../domain/message.ts';
import type { Channel } from '../domain/subscription.ts';
import type { Command } from './command.ts';

/** A command as it arrived: one line of text, or a name with options that the platform has already typed. */
export interface IncomingCommand {
  readonly channel: Channel;
  readonly userId: string;
  /** What was typed after the root command, e.g. `timeline defence since:2025-04`. */
  readonly line: string;
  /** May this person manage the channel? */
  readonly isManager: boolean;
  readonly isOperator: boolean;
  /** IANA zone of the person, when the platform knows it. */
  readonly zone: string | null;
}

/** Where adapters hand over what people type. It never throws: an error is a message, too. */
export interface Inbox {
  answer(command: IncomingCommand): Promise<Message>;
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** Surely not sent; `retryAfterMs` null means that trying again is pointless. */
  | { readonly kind: 'not-sent'; readonly reason: string; readonly retryAfterMs: number | null };

export interface ChatCapabilities {
  /** The platform can edit a message after it was sent. */
  readonly canEdit: boolean;
  /** Options arrive typed; otherwise as one line of text. */
  readonly hasTypedOptions: boolean;
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
  /** `deliveryKey` is the same for every attempt at the same delivery. */
  send(channel: Channel, message: Message, deliveryKey: string): Promise<SendOutcome>;
}
