import type { ArticleFate, Fate } from '../domain/article-fate.ts';
import type { Block } from '../domain/message.ts';
import type { Words } from '../locales/words.ts';
import { bullets, paragraph } from './blocks.ts';
import { reasonWords } from './closed-message.ts';
import { dueOutcomeWords } from './due-outcome-words.ts';
import { bold, code, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { scheduleWords } from './schedule-words.ts';
import { showInstant } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** What each subscription of the channel made of an article. */
export function whyDigests(fates: readonly ArticleFate[], reader: Reader): Block[] {
  const words = wordsIn(reader.language);
  if (fates.length === 0) return [];
  const lines = fates.map(({ subscription, fate }) => [
    code(subscription.id),
    text(` ${scheduleWords(subscription, words)}: ${fateWords(fate, { subscription, words })}`),
  ]);
  return [paragraph([bold(words.fates.heading)]), bullets(lines)];
}

function fateWords(
  fate: Fate,
  { subscription, words }: { subscription: ArticleFate['subscription']; words: Words },
): string {
  const { fates } = words;
  const { zone } = subscription;
  switch (fate.kind) {
    case 'told':
      return fates.told(showInstant(fate.dueAt, zone, words), dueOutcomeWords(fate.outcome, zone, words));
    case 'rests':
      return fates.rests(reasonWords(subscription, words));
    case 'next':
      return fate.dueAt === null ? fates.atOnce : fates.next(showInstant(fate.dueAt, zone, words));
    default:
      return fates[fate.kind];
  }
}
