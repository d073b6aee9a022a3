import type { Message } from '../domain/message.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Words } from '../locales/words.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { code, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { scheduleWords } from './schedule-words.ts';
import { wordsIn } from './words-in.ts';

/** To whoever subscribed: why their digests in one channel rest, and how they run again. */
export function closedMessage(subscriptions: readonly Subscription[], { language }: Reader): Message {
  const words = wordsIn(language);
  const told = subscriptions.map((subscription) => [text(toldWords(subscription, words))]);
  const lines = subscriptions.map(({ id }) => [text(words.closed.mend), code(`resume ${id}`)]);
  return { blocks: [heading(words.closed.heading), bullets(told), ...lines.map((line) => paragraph(line))] };
}

function toldWords(subscription: Subscription, words: Words): string {
  const reason = reasonWords(subscription, words);
  return subscription.timing.kind === 'at-once'
    ? words.closed.toldAlert(reason)
    : words.closed.told(scheduleWords(subscription, words), reason);
}

/** Why a subscription rests, in words. */
export function reasonWords({ pause }: Subscription, { closed }: Words): string {
  const reason = pause?.reason ?? '';
  return Object.entries(closed.reasons).find(([key]) => key === reason)?.[1] ?? reason;
}
