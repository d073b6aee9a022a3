import type { Feed } from '../domain/feed.ts';
import { isStale } from '../domain/feed-rhythm.ts';
import type { Instant } from '../domain/identity.ts';
import type { Action, Entry, Message } from '../domain/message.ts';
import { actions, paragraph } from './blocks.ts';
import { bold, text } from './inline.ts';
import { listMessage } from './list-message.ts';
import { PAGE_SIZE, type Place } from './paging.ts';
import type { Reader } from './reader.ts';
import { showInstant } from './show-span.ts';
import { sideOf } from './side-of.ts';
import { wordsIn } from './words-in.ts';

type At = Reader & { readonly now: Instant };

/** One page of the feeds, each with how it is doing. */
export function sourcesMessage(feeds: readonly Feed[], place: Place, reader: At): Message {
  const { sources } = wordsIn(reader.language);
  const from = (Math.max(1, place.page) - 1) * PAGE_SIZE;
  const shown = feeds.slice(from, from + PAGE_SIZE).map((feed) => entryOf(feed, reader));
  return listMessage(
    { heading: sources.heading(feeds.length), entries: shown, total: feeds.length },
    place,
    reader,
  );
}

function entryOf(feed: Feed, reader: At): Entry {
  const { sources, languages } = wordsIn(reader.language);
  const facts = [sideOf(feed, reader), languages[feed.language], sources.counts(feed.state.articles)];
  const line = ` · ${facts.join(' · ')} · ${stateOf(feed, reader)} · `;
  return { text: [bold(feed.title), text(line), text(shortFeedId(feed))], actions: actionsOf(feed, reader) };
}

function stateOf(feed: Feed, reader: At): string {
  const words = wordsIn(reader.language);
  const { states } = words.sources;
  const shown = (at: Instant) => showInstant(at, reader.zone, words);
  const { pause, state } = feed;
  if (pause !== null) return states.rests(pause.reason);
  if (state.failingSince !== null) return states.failing(shown(state.failingSince), state.problem ?? '');
  if (state.lastSuccessAt === null) return feed.isConfirmed ? states.unread : states.unconfirmed;
  if (isStale(feed, reader.now)) return states.quiet(shown(state.lastNewAt ?? feed.addedAt));
  return states.active(shown(state.lastSuccessAt));
}

function actionsOf(feed: Feed, { language }: Reader): readonly Action[] {
  const { buttons } = wordsIn(language).sources;
  const id = shortFeedId(feed);
  const second: Action =
    feed.pause === null
      ? { label: buttons.pause, command: `sources pause ${id}` }
      : { label: buttons.resume, command: `sources resume ${id}` };
  return [
    { label: buttons.check, command: `sources check ${id}` },
    second,
    { label: buttons.remove, command: `sources remove ${id}` },
  ];
}

/** A question with a button that answers yes. */
export function confirmMessage(question: string, command: string, { language }: Reader): Message {
  const { yes } = wordsIn(language).sources.buttons;
  return { blocks: [paragraph(question), actions([{ label: yes, command }])] };
}

/** Short enough to type, long enough to mean one feed. */
export function shortFeedId({ id }: Feed): string {
  return id.slice(0, 8);
}
