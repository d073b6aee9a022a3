import type { Message } from '../../src/domain/message.ts';
import type { Channel } from '../../src/domain/subscription.ts';
import type { ChatAdapter, Dispatch, Inbox, SendOutcome } from '../../src/ports/chat-adapter.ts';

export interface SentMessage {
  readonly channel: Channel;
  readonly message: Message;
  readonly deliveryKey: string;
}

export interface FakeChatAdapter extends ChatAdapter {
  readonly sent: readonly SentMessage[];
  /** Keys of every attempt, also of those that failed. */
  readonly attempts: readonly string[];
  /** What every attempt was told of earlier ones. */
  readonly dispatches: readonly Dispatch[];
  /** Where to hand over what a person types; null until started. */
  readonly inbox: Inbox | null;
  /** What the next attempts come to: an outcome, an exception, or a crash after the message went out. */
  failNext(...failures: readonly Failure[]): void;
}

export type Failure = SendOutcome | Error | 'crash-after-sending';

/** A platform that keeps what was sent to it, and fails when told to. It drops a delivery key that it has seen. */
export function createFakeChatAdapter(platform = 'console'): FakeChatAdapter {
  const sent: SentMessage[] = [];
  const dispatches: Dispatch[] = [];
  const failures: Failure[] = [];
  let inbox: Inbox | null = null;

  function deliver(each: SentMessage): SendOutcome {
    if (sent.every(({ deliveryKey }) => deliveryKey !== each.deliveryKey)) sent.push(each);
    return { kind: 'sent' };
  }

  return {
    platform,
    capabilities: { canEdit: false, hasTypedOptions: false },
    sent,
    dispatches,
    get attempts() {
      return dispatches.map(({ key }) => key);
    },
    get inbox() {
      return inbox;
    },
    async start(handedOver) {
      inbox = handedOver;
    },
    async stop() {
      inbox = null;
    },
    async publishCommands() {},
    async send(channel, message, dispatch) {
      const deliveryKey = dispatch.key;
      dispatches.push(dispatch);
      const failure = failures.shift();
      if (failure === undefined) return deliver({ channel, message, deliveryKey });
      if (failure === 'crash-after-sending') {
        deliver({ channel, message, deliveryKey });
        return new Promise<SendOutcome>(() => {});
      }
      if (failure instanceof Error) throw failure;
      return failure;
    },
    health: () => ({ platform, state: inbox === null ? 'down' : 'connected', since: 0, detail: null }),
    failNext: (...next) => void failures.push(...next),
  };
}
