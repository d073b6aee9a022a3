import type { Instant } from '../domain/identity.ts';
import type { Entry, Inlines, Message } from '../domain/message.ts';
import type { Delivery, Subscription } from '../domain/subscription.ts';
import { entries, heading, paragraph } from './blocks.ts';
import { reasonWords } from './closed-message.ts';
import { bold, code, joined, text } from './inline.ts';
import { entry } from './item-actions.ts';
import { namesOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { scheduleWords } from './schedule-words.ts';
import { showInstant } from './show-span.ts';
import { wordsIn } from './words-in.ts';

export interface SubscriptionView {
  readonly subscription: Subscription;
  /** What it would be if the subscription rests; null for an alert. */
  readonly nextDueAt: Instant | null;
  /** Null before the first edition. */
  readonly lastDelivery: Delivery | null;
}

/** The answer to `subscribe`: when, what, and how to end it. */
export function subscribedMessage(
  subscription: Subscription,
  nextDueAts: readonly Instant[],
  reader: Reader,
): Message {
  const words = wordsIn(reader.language);
  const { subscribe } = words;
  const topics = namesOf(subscription.topicIds, reader);
  const people = namesOf(subscription.personIds, reader);
  const gets = [
    subscribe.gets(scheduleWords(subscription, words)),
    ...(topics === '' ? [] : [subscribe.topics(topics)]),
    ...(people === '' ? [] : [subscribe.people(people)]),
  ].join(' ');
  const times = nextDueAts.map((at) => showInstant(at, subscription.zone, words)).join(' · ');
  return {
    blocks: [
      heading(subscribe.heading),
      paragraph(gets),
      paragraph(subscribe.next(times)),
      paragraph(subscribe.holds),
      paragraph(subscribe.invite),
      paragraph([text(subscribe.end), code(`unsubscribe ${subscription.id}`)]),
    ],
  };
}

export function subscriptionsMessage(views: readonly SubscriptionView[], reader: Reader): Message {
  const words = wordsIn(reader.language).subscriptions;
  return { blocks: [heading(words.heading), entries(views.map((view) => subscriptionEntry(view, reader)))] };
}

function subscriptionEntry(view: SubscriptionView, reader: Reader): Entry {
  const { subscription, lastDelivery } = view;
  const words = wordsIn(reader.language).subscriptions;
  const { id, pause } = subscription;
  const resume = pause === null ? [] : [{ label: words.resume, command: `resume ${id}` }];
  const line = joined([
    [code(id), text(' '), ...subscriptionWords(subscription, reader)],
    nextWords(view, reader) === '' ? [] : [text(nextWords(view, reader))],
    [text(lastWords(lastDelivery, subscription, reader))],
  ]);
  return entry(line, [...resume, { label: words.end, command: `unsubscribe ${id}` }]);
}

/** When a subscription is due and what it wants. */
export function subscriptionWords(subscription: Subscription, reader: Reader): Inlines {
  const words = wordsIn(reader.language);
  const topics = namesOf(subscription.topicIds, reader);
  const people = namesOf(subscription.personIds, reader);
  return joined([
    [bold(scheduleWords(subscription, words))],
    topics === '' ? [] : [text(words.subscriptions.topics(topics))],
    people === '' ? [] : [text(words.subscriptions.people(people))],
  ]);
}

function nextWords({ subscription, nextDueAt }: SubscriptionView, { language }: Reader): string {
  const words = wordsIn(language);
  const { pause, zone } = subscription;
  if (pause === null)
    return nextDueAt === null ? '' : words.subscriptions.next(showInstant(nextDueAt, zone, words));
  return words.subscriptions.rests(reasonWords(subscription, words), showInstant(pause.at, zone, words));
}

function lastWords(delivery: Delivery | null, { zone }: Subscription, { language }: Reader): string {
  const words = wordsIn(language);
  const { noneSent, lastSent, lastFailed, lastWaiting } = words.subscriptions;
  if (delivery === null) return noneSent;
  if (delivery.status === 'failed') return lastFailed(delivery.reason ?? '');
  return delivery.sentAt === null ? lastWaiting : lastSent(showInstant(delivery.sentAt, zone, words));
}
