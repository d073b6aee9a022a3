import type { TopicScore } from '../domain/understanding.ts';
import type { WordedText } from './find-mentions.ts';
import type { ProfileIndex } from './profile-index.ts';

/** Different words of a topic needed for a full score. */
const WORDS_FOR_CERTAINTY = 4;

/** Topics by their vocabulary in the text's language; the strongest first. Words of the title count twice. */
export function findTopics(body: WordedText, title: WordedText, index: ProfileIndex): TopicScore[] {
  const found = new Map<string, Map<string, number>>();
  for (const [worded, weight] of [
    [title, 2],
    [body, 1],
  ] as const) {
    for (const { topicId, word } of topicWords(worded, index)) {
      const words = found.get(topicId) ?? new Map<string, number>();
      found.set(topicId, words.set(word, Math.max(words.get(word) ?? 0, weight)));
    }
  }
  return [...found]
    .map(([topicId, words]) => ({ topicId, score: scoreOf([...words.values()]), words: [...words.keys()] }))
    .sort((a, b) => b.score - a.score || a.topicId.localeCompare(b.topicId));
}

function topicWords(
  { text, words, language }: WordedText,
  index: ProfileIndex,
): { topicId: string; word: string }[] {
  const topics = language === 'other' ? undefined : index.topics.get(language);
  return (topics?.find(text, words, language) ?? []).flatMap(({ values, start, end }) =>
    values.map((topicId) => ({ topicId, word: text.slice(start, end).toLowerCase() })),
  );
}

function scoreOf(weights: readonly number[]): number {
  const weight = weights.reduce((sum, each) => sum + each, 0);
  return Math.min(1, Math.round((weight / WORDS_FOR_CERTAINTY) * 100) / 100);
}
