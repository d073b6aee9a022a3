import type { Article, DateMention, Publication } from '../domain/article.ts';
import type { Day } from '../domain/day.ts';
import type { Instant, Language } from '../domain/identity.ts';
import type { Sentence, Understanding } from '../domain/understanding.ts';
import { type DateExpression, findDates } from '../language/dates.ts';
import { resolveDate } from '../language/resolve-date.ts';
import { splitSentences } from '../language/sentences.ts';
import { wordsOf } from '../language/words.ts';
import type { CueHit } from './cues.ts';
import { findCredits } from './find-credits.ts';
import { findMentions, type WordedText } from './find-mentions.ts';
import { findTopics } from './find-topics.ts';
import { inferPublication } from './infer-publication.ts';
import { judgeRelevance } from './judge-relevance.ts';
import type { ProfileIndex } from './profile-index.ts';

/** An article taken apart: what later stages read besides the stored understanding. */
export interface ReadArticle {
  readonly understanding: Understanding;
  /** As stored, or inferred from the text when it was unknown. */
  readonly publication: Publication;
  /** The day of publication where the outlet is; null when it is not known. */
  readonly publishedDay: Day | null;
  readonly body: WordedText;
  readonly title: WordedText;
  readonly titleMentions: Understanding['mentions'];
  readonly cues: readonly CueHit[];
}

/** Reads one article by itself: the same text always gives the same result, whatever else is stored. */
export function understand(article: Article, index: ProfileIndex, now: Instant): ReadArticle {
  const language = article.language.value;
  const body = worded(article.text, language);
  const title = worded(article.title.value, language);
  const titleMentions = findMentions(title, index, []);
  const titlePeople = titleMentions.filter(({ kind }) => kind === 'person').map(({ entityId }) => entityId);
  const mentions = findMentions(body, index, titlePeople);
  const sentences = splitSentences(article.text, language);
  const cues = index.cues.find(article.text, body.words, language);
  const expressions = findDates(article.text, language);
  const publication = publicationOf(
    article,
    { text: article.text, sentences, expressions, mentions, cues },
    index,
    now,
  );
  const publishedDay = index.publicationDay({ ...article, publication });
  const understanding: Understanding = {
    articleId: article.id,
    language,
    sentences,
    mentions,
    dates: resolved(expressions, publishedDay),
    topics: findTopics(body, title, index),
    relevance: judgeRelevance(body, { mentions: titleMentions }, { sentences, mentions }, index),
    credits: findCredits(body, index),
  };
  return { understanding, publication, publishedDay, body, title, titleMentions, cues };
}

function worded(text: string, language: Language): WordedText {
  return { text, words: wordsOf(text), language };
}

function publicationOf(
  article: Article,
  reading: { text: string; sentences: readonly Sentence[]; expressions: readonly DateExpression[] } & Pick<
    Parameters<typeof inferPublication>[0],
    'mentions' | 'cues'
  >,
  index: ProfileIndex,
  now: Instant,
): Publication {
  if (article.publication.certainty === 'stated') return article.publication;
  return inferPublication(reading, index, now);
}

function resolved(expressions: readonly DateExpression[], anchor: Day | null): DateMention[] {
  if (anchor === null) return [];
  return expressions.flatMap((expression) => {
    const span = resolveDate(expression, anchor);
    return span === null ? [] : [{ ...span, start: expression.start, end: expression.end }];
  });
}
