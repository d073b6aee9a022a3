import type { Message } from '../../../../src/domain/message.ts';
import type { Channel } from '../../../../src/domain/subscription.ts';
import type { Dispatch, SendOutcome } from '../../../../src/ports/chat-adapter.ts';
import { createInTurn } from './in-turn.ts';
import { notSent } from './outcome-of.ts';
import { type SendingParts, sendDelivery } from './send-delivery.ts';

const RETRY_AFTER_MS = 60_000;

/** Sends deliveries, one at a time to each channel. What breaks here breaks one attempt and no more. */
export function createSender(
  parts: SendingParts,
): (channel: Channel, message: Message, dispatch: Dispatch) => Promise<SendOutcome> {
  const inTurn = createInTurn();
  return (channel, message, dispatch) =>
    inTurn(channel.id, async () => {
      try {
        return await sendDelivery({ channel, message, dispatch }, parts);
      } catch (error) {
        parts.logger.error('slack delivery failed', error);
        return notSent('It broke in the attempt; the log says why.', RETRY_AFTER_MS);
      }
    });
}
