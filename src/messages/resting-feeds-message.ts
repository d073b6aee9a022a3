import type { Feed } from '../domain/feed.ts';
import type { KnownLanguage } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { bold, code, text } from './inline.ts';
import { wordsIn } from './words-in.ts';

/** To operators: which feeds are not read any more, why, and how they are read again. */
export function restingFeedsMessage(feeds: readonly Feed[], language: KnownLanguage): Message {
  const words = wordsIn(language).feeds;
  const lines = feeds.map(({ title, url, pause }) => [
    bold(title),
    text(` (${url}): ${words.whyItRests(pause?.by ?? 'failing', pause?.reason ?? '')}`),
  ]);
  const [first] = feeds;
  const mend = [text(words.mend), code(`sources resume ${first?.id.slice(0, 8) ?? ''}`)];
  return { blocks: [heading(words.heading(feeds.length)), bullets(lines), paragraph(mend)] };
}
