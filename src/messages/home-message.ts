import type { Block, Message } from '../domain/message.ts';
import type { Subscription } from '../domain/subscription.ts';
import { bullets, entries, field, fields, heading, paragraph } from './blocks.ts';
import { type Explained, helpLines } from './help-message.ts';
import { inWords } from './in-words.ts';
import { bold, code, text } from './inline.ts';
import { entry } from './item-actions.ts';
import { nameOf } from './profile-names.ts';
import type { SettledReader } from './settings-message.ts';
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
  const topics = reader.topicIds.map((id) => nameOf(id, reader.relationship));
  return {
    blocks: [
      heading(words.home.heading(reader.relationship.name)),
      paragraph([bold(words.home.yours)]),
      fields([
        field(words.settings.language, words.languages[reader.language]),
        field(words.settings.zone, reader.zone),
        field(words.settings.topics, topics.length === 0 ? words.settings.allTopics : inWords(topics, words)),
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
  return [entries(subscriptions.map((subscription) => entry(subscriptionWords(subscription, reader), [])))];
}
