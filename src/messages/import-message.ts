import type { Feed } from '../domain/feed.ts';
import type { Block, Field, Inlines, Message } from '../domain/message.ts';
import { actions, bullets, field, fields, heading, paragraph } from './blocks.ts';
import { bold, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { sideOf } from './side-of.ts';
import { wordsIn } from './words-in.ts';

const FEEDS_SHOWN = 10;
const REFUSALS_SHOWN = 10;

/** What a list of feeds would add. */
export interface ImportView {
  readonly added: readonly Feed[];
  /** How many are followed already. */
  readonly known: number;
  readonly refusals: readonly {
    readonly written: string;
    readonly problem: 'no-address' | 'no-web-address';
  }[];
  /** How many feeds the list names beyond the most that are taken from one. */
  readonly leftOut: number;
}

/** A private look at a list of feeds, with the button that adds those that are new. */
export function importPreviewMessage(view: ImportView, confirmLine: string, reader: Reader): Message {
  const { sources } = wordsIn(reader.language);
  const { added } = view;
  const button = actions([{ label: sources.buttons.addAll(added.length), command: confirmLine }]);
  return {
    blocks: [
      heading(sources.importPreview),
      fields(countsOf(view, reader)),
      ...(added.length === 0 ? [paragraph(sources.nothingNew)] : feedsOf(added, reader)),
      ...refusalsOf(view, reader),
      ...(added.length === 0 ? [] : [button]),
    ],
  };
}

/** What became of a list of feeds whose import was confirmed. */
export function importedMessage(count: number, view: ImportView, reader: Reader): Message {
  const { sources } = wordsIn(reader.language);
  const said = count === 0 ? sources.nothingNew : sources.imported(count);
  return { blocks: [paragraph(said), ...refusalsOf(view, reader)] };
}

function countsOf({ added, known, refusals, leftOut }: ImportView, { language }: Reader): Field[] {
  const { importFields: labels } = wordsIn(language).sources;
  return [
    field(labels.feeds, String(added.length + known + refusals.length + leftOut)),
    field(labels.added, String(added.length)),
    field(labels.known, String(known)),
    field(labels.refused, String(refusals.length + leftOut)),
  ];
}

function feedsOf(added: readonly Feed[], reader: Reader): Block[] {
  const { sources } = wordsIn(reader.language);
  const shown = added.slice(0, FEEDS_SHOWN).map((feed) => feedLine(feed, reader));
  return [paragraph(sources.wouldBeFollowed), listOf(shown, added.length, reader)];
}

function feedLine(feed: Feed, reader: Reader): Inlines {
  const { sources, languages } = wordsIn(reader.language);
  const rest = feed.pause === null ? [] : [sources.states.rests(feed.pause.reason)];
  const facts = [sideOf(feed, reader), languages[feed.language], feed.url, ...rest];
  return [bold(feed.title), text(` · ${facts.join(' · ')}`)];
}

function refusalsOf({ refusals, leftOut }: ImportView, reader: Reader): Block[] {
  const { sources } = wordsIn(reader.language);
  const shown = refusals
    .slice(0, REFUSALS_SHOWN)
    .map(({ written, problem }) => [text(sources.outlineProblems[problem](written))]);
  return [
    ...(shown.length === 0 ? [] : [listOf(shown, refusals.length, reader)]),
    ...(leftOut === 0 ? [] : [paragraph(sources.leftOut(leftOut))]),
  ];
}

function listOf(shown: readonly Inlines[], total: number, { language }: Reader): Block {
  const { sources } = wordsIn(language);
  const left = total - shown.length;
  return bullets(left === 0 ? shown : [...shown, [text(sources.andMore(left))]]);
}
