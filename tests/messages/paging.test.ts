import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_SIZE, pageEnd, windowOf } from '../../src/messages/paging.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { messageText } from '../fixtures/message-text.ts';

const READER = { language: 'en' as const, relationship: aRelationship(), zone: 'UTC' };

describe('pageEnd', () => {
  it('is silent when everything fits on one page', () => {
    expect(pageEnd(PAGE_SIZE, { page: 1, line: 'latest' }, READER)).toEqual([]);
  });

  it('says which page this is and gives the line of the next', () => {
    const blocks = pageEnd(25, { page: 1, line: 'latest trade' }, READER);

    expect(messageText({ blocks })).toBe(
      'Page 1 of 3 · latest trade page:2\n(Next page: latest trade page:2)',
    );
  });

  it('offers the way back on the last page', () => {
    const blocks = pageEnd(25, { page: 3, line: 'latest' }, READER);

    expect(messageText({ blocks })).toBe('Page 3 of 3\n(Previous page: latest page:2)');
  });

  it('says so when there is no such page', () => {
    const blocks = pageEnd(25, { page: 9, line: 'latest' }, READER);

    expect(messageText({ blocks })).toContain('There is no page 9; the last one is 3.');
  });
});

describe('windowOf', () => {
  it('covers every row exactly once over all pages', () => {
    fc.assert(
      fc.property(fc.nat(95), (total) => {
        const pages = Array.from({ length: Math.ceil(total / PAGE_SIZE) }, (_, index) => windowOf(index + 1));

        const rows = pages.flatMap(({ limit, offset }) =>
          Array.from({ length: Math.min(limit, total - offset) }, (_, index) => offset + index),
        );

        expect(rows).toEqual(Array.from({ length: total }, (_, index) => index));
      }),
    );
  });
});
