import type { DueTimeOutcome } from '../domain/due-outcome.ts';
import type { Instant } from '../domain/identity.ts';
import type { Action, Entry, Inlines, Message } from '../domain/message.ts';
import type { Subscription } from '../domain/subscription.ts';
import { entries, heading } from './blocks.ts';
import { reasonWords } from './closed-message.ts';
import { dueOutcomeWords } from './due-outcome-words.ts';
import { bold, code, joined, text } from './inline.ts';
import { interestParts } from './interest-words.ts';
import { entry } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { scheduleWords } from './schedule-words.ts';
import { showInstant } from './show-span.ts';
import { subscriptionLine } from './subscription-line.ts';
import { wordsIn } from './words-in.ts';

export interface SubscriptionView {
  readonly subscription: Subscription;
  /** What it would be if the subscription rests; null for an alert. */
  readonly nextDueAt: Instant | null;
  /** Null before the first edition. */
  readonly last: DueTimeOutcome | null;
}

export function subscriptionsMessage(views: readonly SubscriptionView[], reader: Reader): Message {
  const words = wordsIn(reader.language).subscriptions;
  return { blocks: [heading(words.heading), entries(views.map((view) => subscriptionEntry(view, reader)))] };
}

function subscriptionEntry(view: SubscriptionView, reader: Reader): Entry {
  const { subscription } = view;
  const next = nextWords(view, reader);
  const line = joined([
    [code(subscription.id), text(' '), ...subscriptionWords(subscription, reader)],
    next === '' ? [] : [text(next)],
    [text(lastWords(view, reader))],
  ]);
  return entry(line, actionsOf(subscription, reader));
}

function actionsOf(subscription: Subscription, { language }: Reader): readonly Action[] {
  const words = wordsIn(language).subscriptions;
  const { id, pause } = subscription;
  return [
    pause === null
      ? { label: words.pause, command: `pause ${id}` }
      : { label: words.resume, command: `resume ${id}` },
    { label: words.change, command: subscriptionLine(subscription, id) },
    { label: words.end, command: `unsubscribe ${id}` },
  ];
}

/** When a subscription is due and what it wants. */
export function subscriptionWords(subscription: Subscription, reader: Reader): Inlines {
  return joined([
    [bold(scheduleWords(subscription, wordsIn(reader.language)))],
    ...interestParts(subscription, reader).map((part) => [text(part)]),
  ]);
}

function nextWords({ subscription, nextDueAt }: SubscriptionView, { language }: Reader): string {
  const words = wordsIn(language);
  const { pause, zone } = subscription;
  if (pause === null)
    return nextDueAt === null ? '' : words.subscriptions.next(showInstant(nextDueAt, zone, words));
  return words.subscriptions.rests(reasonWords(subscription, words), showInstant(pause.at, zone, words));
}

function lastWords({ subscription, last }: SubscriptionView, { language }: Reader): string {
  const words = wordsIn(language);
  const { zone } = subscription;
  if (last === null) return words.subscriptions.noneSent;
  const { lastOne } = words.subscriptions;
  return lastOne(showInstant(last.dueAt, zone, words), dueOutcomeWords(last.outcome, zone, words));
}
