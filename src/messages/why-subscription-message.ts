import type { DueTimeOutcome } from '../domain/due-outcome.ts';
import type { Message } from '../domain/message.ts';
import type { Subscription } from '../domain/subscription.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { dueOutcomeWords } from './due-outcome-words.ts';
import { bold, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { scheduleWords } from './schedule-words.ts';
import { showInstant } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** What became of each of the last due times of a subscription. */
export function whySubscriptionMessage(
  subscription: Subscription,
  outcomes: readonly DueTimeOutcome[],
  reader: Reader,
): Message {
  const words = wordsIn(reader.language);
  const { zone } = subscription;
  const title = heading(words.outcomes.heading(scheduleWords(subscription, words)));
  if (outcomes.length === 0) return { blocks: [title, paragraph(words.outcomes.none)] };
  const lines = outcomes.map(({ kind, dueAt, outcome }) => [
    bold(showInstant(dueAt, zone, words)),
    text(` · ${words.outcomes.kinds[kind]} · ${dueOutcomeWords(outcome, zone, words)}`),
  ]);
  return { blocks: [title, bullets(lines)] };
}
