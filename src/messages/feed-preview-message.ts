import type { Instant } from '../domain/identity.ts';
import type { Field, Message } from '../domain/message.ts';
import { actions, bullets, field, fields, heading, paragraph } from './blocks.ts';
import { text } from './inline.ts';
import type { Reader } from './reader.ts';
import { showInstant } from './show-span.ts';
import { wordsIn } from './words-in.ts';

const ITEMS_SHOWN = 5;
const HOUR_MS = 3_600_000;

/** What is known of a feed before it is followed. */
export interface PreviewView {
  readonly title: string;
  readonly source: string | null;
  readonly language: string;
  readonly rhythmMs: number | null;
  readonly items: readonly {
    readonly title: string;
    readonly publishedAt: Instant | null;
    readonly isRelevant: boolean;
  }[];
}

/** A private look at a feed, with the button that adds it. */
export function feedPreviewMessage(view: PreviewView, confirmLine: string, reader: Reader): Message {
  const words = wordsIn(reader.language);
  const { sources } = words;
  const newest = view.items.slice(0, ITEMS_SHOWN).map(({ title, publishedAt }) => {
    const at = publishedAt === null ? sources.undated : showInstant(publishedAt, reader.zone, words);
    return [text(`${title} · ${at}`)];
  });
  return {
    blocks: [
      heading(sources.preview),
      fields(previewFields(view, reader)),
      ...(newest.length === 0 ? [] : [bullets(newest)]),
      actions([{ label: sources.buttons.add, command: confirmLine }]),
    ],
  };
}

function previewFields({ title, source, language, items, rhythmMs }: PreviewView, reader: Reader): Field[] {
  const { sources } = wordsIn(reader.language);
  const { previewFields: labels } = sources;
  const relevant = items.filter(({ isRelevant }) => isRelevant).length;
  return [
    field(labels.title, title),
    field(labels.source, source ?? sources.noSource),
    field(labels.language, language),
    field(labels.items, String(items.length)),
    field(labels.relevant, sources.relevantOf(relevant, items.length)),
    field(labels.rhythm, rhythmMs === null ? sources.rhythmUnknown : sources.every(rhythmMs / HOUR_MS)),
  ];
}

/** A page that is no feed but announces some: a button each. */
export function feedOffersMessage(
  said: string,
  offers: readonly { readonly url: string; readonly title: string | null }[],
  { language }: Reader,
): Message {
  if (offers.length === 0) return { blocks: [paragraph(said)] };
  const { sources } = wordsIn(language);
  const buttons = offers.map(({ url, title }) => ({ label: title ?? url, command: `sources add ${url}` }));
  const lines = offers.map(({ url, title }) => [text(title === null ? url : `${title}: ${url}`)]);
  return { blocks: [paragraph(said), paragraph(sources.offers), bullets(lines), actions(buttons)] };
}
