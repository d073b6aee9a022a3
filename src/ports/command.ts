import type { Instant, KnownLanguage } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Channel } from '../domain/subscription.ts';
import type { AdapterHealth, Rights } from './chat-adapter.ts';
import type { Clock } from './clock.ts';
import type { Fetcher } from './fetcher.ts';
import type { Store } from './store.ts';

/**
 * What an option holds once parsed. `person` and `topic` are ids of the profile, found by any spelling; a topic may be
 * `ALL_TOPICS`, and `topics` an empty list, where somebody wants all in spite of their settings. What ends in an `s` holds a
 * list. `story` and `agreement`
 * are ids, or beginnings of them, as the person gave them. `text` takes the rest of the line when it is the last
 * positional option. `since` is the first instant of the day, month or year that was named and `until` the first instant
 * after it, both in the reader's zone: the days meant are `dayOf(since, zone)` up to and including `dayOf(until - 1, zone)`.
 */
export type OptionKind =
  | 'text'
  | 'integer'
  | 'person'
  | 'topic'
  | 'topics'
  | 'people'
  | 'sides'
  | 'languages'
  | 'since'
  | 'until'
  | 'choice'
  | 'zone'
  | 'story'
  | 'agreement'
  | 'language';

/** What a person writes in the place of a topic to get all of them. */
export const ALL_TOPICS = 'all';

export interface OptionSpec {
  readonly name: string;
  readonly description: string;
  readonly kind: OptionKind;
  readonly isRequired: boolean;
  /** May be given without its name, in the order of the list. */
  readonly isPositional: boolean;
  /** For `choice`. */
  readonly choices?: readonly string[];
}

export type OptionValue = string | number | readonly string[];
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** Who sees an answer: the person who asked, or the whole channel. */
export type Visibility = 'private' | 'channel';

/** Who may run a command. */
export type Access = 'everyone' | 'channel-managers' | 'operators';

export interface CommandContext {
  readonly store: Store;
  readonly relationship: Relationship;
  readonly clock: Clock;
  readonly fetcher: Fetcher;
  /** The language this person reads; `wordsIn` of messages turns it into words. */
  readonly language: KnownLanguage;
  /** Now, once for the whole command. */
  readonly now: Instant;
  /** IANA zone in which this person reads times. */
  readonly zone: string;
  readonly channel: Channel;
  /** The workspace or server that the channel belongs to; null outside of any. */
  readonly workspaceId: string | null;
  /** The platform's id of the person who asks. */
  readonly userId: string;
  /** What this person may do here; may cost a call to the platform. */
  rights(): Promise<Rights>;
  /** Topics that this person wants where none are named; empty means all. */
  readonly topicIds: readonly string[];
  /** How every chat platform is doing. */
  health(): readonly AdapterHealth[];
  /** 1-based page of a list. */
  readonly page: number;
  /** The line that gives the same answer again, without its page: what "more" buttons repeat. */
  readonly line: string;
  readonly commands: readonly Command[];
}

/** One thing people can ask. It returns its reply and cannot post. Help, registrations and tables are made from it. */
export interface Command {
  readonly name: string;
  readonly description: string;
  /** Lines a person could type after the root command. */
  readonly examples: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly access: Access;
  /** Who sees the answer when the person does not say; `--share` shows it to the channel. */
  readonly visibility: Visibility;
  run(options: OptionValues, context: CommandContext): Promise<Message>;
}
