import type { Instant } from '../domain/identity.ts';
import type { Inlines, Message } from '../domain/message.ts';
import type { Delivery, Subscription } from '../domain/subscription.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { inWords } from './in-words.ts';
import { bold, code, joined, text } from './inline.ts';
import { nameOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { scheduleWords } from './schedule-words.ts';
import { showInstant } from './show-span.ts';
import { wordsIn } from './words-in.ts';

export interface SubscriptionView {
  readonly subscription: Subscription;
  readonly nextDueAt: Instant;
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
      paragraph([text(subscribe.end), code(`unsubscribe ${subscription.id}`)]),
    ],
  };
}

export function subscriptionsMessage(views: readonly SubscriptionView[], reader: Reader): Message {
  const words = wordsIn(reader.language).subscriptions;
  return { blocks: [heading(words.heading), bullets(views.map((view) => subscriptionLine(view, reader)))] };
}

function subscriptionLine(
  { subscription, nextDueAt, lastDelivery }: SubscriptionView,
  reader: Reader,
): Inlines {
  const words = wordsIn(reader.language);
  const topics = namesOf(subscription.topicIds, reader);
  const people = namesOf(subscription.personIds, reader);
  const next = showInstant(nextDueAt, subscription.zone, words);
  return joined([
    [code(subscription.id), text(' '), bold(scheduleWords(subscription, words))],
    topics === '' ? [] : [text(words.subscriptions.topics(topics))],
    people === '' ? [] : [text(words.subscriptions.people(people))],
    [text(words.subscriptions.next(next))],
    [text(lastWords(lastDelivery, subscription, reader))],
  ]);
}

function lastWords(delivery: Delivery | null, { zone }: Subscription, { language }: Reader): string {
  const words = wordsIn(language);
  const { noneSent, lastSent, lastFailed, lastWaiting } = words.subscriptions;
  if (delivery === null) return noneSent;
  if (delivery.status === 'failed') return lastFailed(delivery.reason ?? '');
  return delivery.sentAt === null ? lastWaiting : lastSent(showInstant(delivery.sentAt, zone, words));
}

function namesOf(ids: readonly string[], { relationship, language }: Reader): string {
  return inWords(
    ids.map((id) => nameOf(id, relationship)),
    wordsIn(language),
  );
}
