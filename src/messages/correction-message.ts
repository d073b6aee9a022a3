import type { Correction } from '../domain/correction.ts';
import type { Inlines, Message } from '../domain/message.ts';
import type { Edition } from '../domain/subscription.ts';
import { bullets, paragraph } from './blocks.ts';
import { cite } from './cite.ts';
import { bold, joined, quote, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { showInstant } from './show-span.ts';
import { showTitle } from './show-title.ts';
import { wordsIn } from './words-in.ts';

/** What an edition said and what holds instead, for the thread of its post. */
export function correctionMessage(
  { kind, dueAt }: Edition,
  corrections: readonly Correction[],
  reader: Reader,
): Message {
  const words = wordsIn(reader.language);
  const at = showInstant(dueAt, reader.zone, words);
  const head = kind === 'alert' ? words.corrections.ofAlert(at) : words.corrections.ofDigest(at);
  return {
    blocks: [
      paragraph([bold(head)]),
      bullets(corrections.map((correction) => correctionLine(correction, reader))),
    ],
  };
}

function correctionLine(correction: Correction, reader: Reader): Inlines {
  const words = wordsIn(reader.language).corrections;
  switch (correction.kind) {
    case 'reworded':
      return rewordedLine(correction, reader);
    case 'withdrawn':
      return correction.was === null
        ? [text(words.withdrawn)]
        : [text(`${words.withdrawn} `), quote(correction.was, 'other')];
    case 'split':
    case 'merged': {
      const titles = correction.articles.map(
        (article): Inlines => [
          ...showTitle(article.title.value, article.language.value, reader),
          text(' '),
          cite(article, reader),
        ],
      );
      return [text(`${words[correction.kind]} `), ...joined(titles)];
    }
  }
}

function rewordedLine(
  { article, was, now }: Extract<Correction, { kind: 'reworded' }>,
  reader: Reader,
): Inlines {
  const words = wordsIn(reader.language).corrections;
  const language = article.language.value;
  const instead: Inlines = now === null ? [] : [text(` ${words.nowSays} `), quote(now, language)];
  return [
    text(`${words.reworded} `),
    quote(was, language),
    text('.'),
    ...instead,
    text(' '),
    cite(article, reader),
  ];
}
