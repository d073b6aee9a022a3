import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/identity.ts';
import { editionMessage } from '../../src/messages/edition-message.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aPlan, type MaterialChoices } from '../fixtures/a-material.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anArticle } from '../fixtures/an-article.ts';
import { messageText } from '../fixtures/message-text.ts';

const HOUR = 3_600_000;
const RECENT = Date.parse('2026-02-09T12:00:00Z');
const article = anArticle({ publishedAt: RECENT });
const evidence = [{ articleId: article.id, start: 0, end: 10 }];
const relationship = aRelationship({
  sources: [aSource(), aSource({ id: 'dawn', name: 'Dawn', side: 'PK' })],
});

/** An official visit, which makes no headline of its own. */
function aVisit(choices: Parameters<typeof anEvent>[0]) {
  return anEvent({
    id: 'visit-nurtleu-pk-2026-02-08',
    kind: 'meeting',
    visitKind: null,
    evidence,
    ...choices,
  });
}

function linesOf(choices: MaterialChoices): readonly string[] {
  const plan = aPlan({ articles: [article], relationship, ...choices });
  const reader = { language: 'en', relationship, zone: 'Asia/Almaty' } as const;
  return messageText(editionMessage(plan, reader)).split('\n').slice(2);
}

describe('a development', () => {
  it('names the status that was told and the one that holds now', () => {
    const event = aVisit({ fromDay: '2026-02-08', toDay: '2026-02-09' });

    const lines = linesOf({
      snapshot: { events: [event] },
      told: ['event:visit-nurtleu-pk#announced:2026-02-08'],
    });

    expect(lines[0]).toBe('Developments');
    expect(lines[1]).toContain('- announced → held · 8–9 Feb 2026 · ');
    expect(lines).toHaveLength(2);
  });

  it('names the day that was told and the new one, although the event has another id now', () => {
    const event = aVisit({
      ...{
        id: 'visit-nurtleu-pk-2026-03-04',
        status: 'announced',
        fromDay: '2026-03-04',
        toDay: '2026-03-04',
      },
    });

    const [, line] = linesOf({
      snapshot: { events: [event] },
      told: ['event:visit-nurtleu-pk#announced:2026-03-03'],
    });

    expect(line).toContain('- moved from 3 Mar 2026 to 4 Mar 2026 · ');
  });

  it('compares with what was told last, not first', () => {
    const event = aVisit({ status: 'announced', fromDay: '2026-03-04', toDay: '2026-03-04' });

    const [, line] = linesOf({
      snapshot: { events: [event] },
      told: ['event:visit-nurtleu-pk#announced:2026-03-02', 'event:visit-nurtleu-pk#announced:2026-03-06'],
    });

    expect(line).toContain('moved from 6 Mar 2026 to 4 Mar 2026');
  });

  it('says that a day is set where only a month was told', () => {
    const event = aVisit({ status: 'announced', fromDay: '2026-03-04', toDay: '2026-03-04' });

    const [, line] = linesOf({
      snapshot: { events: [event] },
      told: ['event:visit-nurtleu-pk#announced:2026-03'],
    });

    expect(line).toContain('- date set: 4 Mar 2026 (before: Mar 2026) · ');
  });

  it('is none where less is known than was told, or the days only grew', () => {
    const told = ['event:visit-nurtleu-pk#held:2026-02-09'];
    const unsaid = aVisit({ status: 'announced', fromDay: '2026-02-09', toDay: '2026-02-09' });
    const grown = aVisit({ fromDay: '2026-02-08', toDay: '2026-02-09' });

    expect(linesOf({ snapshot: { events: [unsaid] }, told })).toEqual([]);
    expect(linesOf({ snapshot: { events: [grown] }, told })).toEqual([]);
  });

  it('is not made of another happening between the same people', () => {
    const earlier = aVisit({ id: 'visit-nurtleu-pk-2026-02-03', fromDay: '2026-02-03', toDay: '2026-02-03' });
    const later = aVisit({ fromDay: '2026-02-08', toDay: '2026-02-08' });

    const lines = linesOf({
      snapshot: { events: [earlier, later] },
      told: ['event:visit-nurtleu-pk#held:2026-02-03'],
    });

    expect(lines[0]).toBe('Visits and meetings');
    expect(lines).toHaveLength(2);
  });

  it('names the step that was told of an agreement, and how far it went', () => {
    const step = { status: 'ready-to-sign', onDay: '2026-02-08', precision: 'day', evidence } as const;
    const agreement = anAgreement({ id: 'transit', name: 'Transit', status: 'ready-to-sign', steps: [step] });

    const further = linesOf({ snapshot: { agreements: [agreement] }, told: ['agreement:transit#proposed'] });
    const notFurther = linesOf({ snapshot: { agreements: [agreement] }, told: ['agreement:transit#signed'] });

    expect(further[1]).toContain('- proposed → ready to sign · Transit · ');
    expect(notFurther).toEqual([]);
  });

  it('tells that a second side reports a story, and who', () => {
    const later = anArticle({ id: 'a-2', sourceId: 'dawn', publishedAt: RECENT + HOUR });
    const story = aStory({ articleIds: [article.id, later.id] });
    const told = [`article:${article.id}`];

    const lines = linesOf({ articles: [article, later], snapshot: { stories: [story] }, told });

    expect(lines).toEqual([
      'Developments',
      '- Now also reported from Pakistan · Airport opens in Almaty · [Dawn, 2026-02-09] · story s-00000000',
    ]);
  });

  it('is none when a side that was told already reports a story once more, or a muted source does', () => {
    const same = anArticle({ id: 'a-2', publishedAt: RECENT + HOUR });
    const other = anArticle({ id: 'a-3', sourceId: 'dawn', publishedAt: RECENT + HOUR });
    const told = [`article:${article.id}`];
    const storyOf = (id: ArticleId) => aStory({ articleIds: [article.id, id] });
    const mutes = [{ kind: 'source', id: 'dawn' }] as const;

    expect(linesOf({ articles: [article, same], snapshot: { stories: [storyOf(same.id)] }, told })).toEqual(
      [],
    );
    expect(
      linesOf({
        ...{ articles: [article, other], snapshot: { stories: [storyOf(other.id)] }, told },
        request: { mutes },
      }),
    ).toEqual([]);
  });
});
