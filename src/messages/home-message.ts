import type { Block, Entry, Message } from '../domain/message.ts';
import type { Subscription } from '../domain/subscription.ts';
import { bullets, entries, field, fields, heading, paragraph } from './blocks.ts';
import { type Explained, helpLines } from './help-message.ts';
import { bold, code, joined, text } from './inline.ts';
import { entry } from './item-actions.ts';
import { type SettledReader, topicWords } from './settings-message.ts';
import { subscriptionWords } from './subscription-message.ts';
import { wordsIn } from './words-in.ts';

export interface HomeView {
  /** Those that this person made, in any channel. */
  readonly subscriptions: readonly Subscription[];
  readonly commands: readonly Explained[];
}

/** A person's own page: what applies to them, the digests they set up, what they can ask. */
export function homeMessage({ subscriptions, commands }: HomeView, reader: SettledReader): Message {
  const words = wordsIn(reader.language);
  return {
    blocks: [
      heading(words.home.heading(reader.relationship.name)),
      paragraph([bold(words.home.yours)]),
      fields([
        field(words.settings.language, words.languages[reader.language]),
        field(words.settings.zone, reader.zone),
        field(words.settings.topics, topicWords(reader.topicIds, reader)),
      ]),
      paragraph([text(words.home.change), code('settings zone:Asia/Karachi topics:trade')]),
      paragraph([bold(words.home.subscriptions)]),
      ...subscriptionBlocks(subscriptions, reader),
      paragraph([bold(words.home.help)]),
      bullets(helpLines(commands)),
    ],
  };
}

function subscriptionBlocks(subscriptions: readonly Subscription[], reader: SettledReader): Block[] {
  const words = wordsIn(reader.language);
  if (subscriptions.length === 0) {
    return [paragraph([text(words.home.noSubscriptions), code(`subscribe daily 08:00 ${reader.zone}`)])];
  }
  return [entries(subscriptions.map((subscription) => subscriptionEntry(subscription, reader)))];
}

/** With the platform's id of the channel, which may be any. */
function subscriptionEntry(subscription: Subscription, reader: SettledReader): Entry {
  const { channel } = subscription;
  return entry(joined([subscriptionWords(subscription, reader), [code(channel.id)]]), []);
}
