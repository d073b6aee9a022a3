import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVerbatim } from '../../src/answers/check-sentence.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import { anArticle } from '../fixtures/an-article.ts';

describe('isVerbatim', () => {
  it('accepts a slice of the article and refuses one that differs by a character', () => {
    const article = anArticle({ text: 'The airport opened on Monday. Guests came from Lahore.' });
    const shown = { articleId: article.id, start: 0, end: 29, text: 'The airport opened on Monday.' };

    expect(isVerbatim(shown, article)).toBe(true);
    expect(isVerbatim({ ...shown, text: 'The airport opened on Sunday.' }, article)).toBe(false);
    expect(isVerbatim({ ...shown, articleId: 'a-other' as ArticleId }, article)).toBe(false);
    expect(isVerbatim(shown, undefined)).toBe(false);
  });

  it('refuses places outside the text and sentences without words', () => {
    const article = anArticle({ text: 'Short.   ' });
    const articleId = article.id;

    expect(isVerbatim({ articleId, start: 0, end: 99, text: 'Short.   ' }, article)).toBe(false);
    expect(isVerbatim({ articleId, start: -3, end: 9, text: '   ' }, article)).toBe(false);
    expect(isVerbatim({ articleId, start: 6, end: 9, text: '   ' }, article)).toBe(false);
  });

  it('never accepts words that the article does not hold at that place', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.nat(20),
        (text, words, start) => {
          const article = anArticle({ text });
          const shown = { articleId: article.id, start, end: start + words.length, text: words };

          const isAccepted = isVerbatim(shown, article);

          expect(isAccepted && text.slice(start, start + words.length) !== words).toBe(false);
        },
      ),
    );
  });
});
