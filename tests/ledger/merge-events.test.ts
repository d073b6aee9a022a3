import { describe, expect, it } from 'vitest';
import type { EventStatus } from '../../src/domain/ledger.ts';
import { mergeEvents } from '../../src/ledger/merge-events.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { anObservation } from '../fixtures/a-ledger-entry.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';

const index = createProfileIndex(aKnownPair());

describe('merged events', () => {
  it('have names of their own where a day, a month, several months and a year begin together', () => {
    const spans = [
      { fromDay: '2025-01-01', toDay: '2025-01-02', precision: 'day' },
      { fromDay: '2025-01-20', toDay: '2025-01-20', precision: 'day' },
      { fromDay: '2025-01-01', toDay: '2025-01-31', precision: 'month' },
      { fromDay: '2025-01-01', toDay: '2025-07-31', precision: 'month' },
      { fromDay: '2025-01-01', toDay: '2025-12-31', precision: 'year' },
    ] as const;
    const observations = spans.map((span) => ({ ...anObservation({ key: 'visit|tokayev|PK' }), ...span }));

    const ids = mergeEvents(observations, createProfileIndex(aRelationship())).map(({ id }) => id);

    expect(ids).toEqual([
      'visit-tokayev-pk-2025-01-01',
      'visit-tokayev-pk-2025-01-20',
      'visit-tokayev-pk-2025-01',
      'visit-tokayev-pk-2025-01-to-2025-07',
      'visit-tokayev-pk-2025',
    ]);
  });

  it('are held once anybody says so, else the worst of what is told', () => {
    const statusOf = (...told: EventStatus[]) =>
      mergeEvents(
        told.map((status, start) => anObservation({ key: 'visit|tokayev|PK', status, start })),
        index,
      )[0]?.status;

    expect(statusOf('announced', 'held', 'postponed')).toBe('held');
    expect(statusOf('announced', 'postponed', 'announced')).toBe('postponed');
    expect(statusOf('postponed', 'cancelled')).toBe('cancelled');
    expect(statusOf('announced')).toBe('announced');
  });

  it('run over all days told, and take their days from the most precise', () => {
    const [event] = mergeEvents(
      [
        anObservation({ fromDay: '2026-02-03', toDay: '2026-02-03' }),
        anObservation({ fromDay: '2026-02-04', toDay: '2026-02-04', start: 40 }),
        anObservation({ fromDay: '2026-02-01', toDay: '2026-02-28', precision: 'month', start: 80 }),
      ],
      index,
    );

    expect(event).toMatchObject({ fromDay: '2026-02-03', toDay: '2026-02-04', precision: 'day' });
    expect(event?.evidence.map(({ start }) => start)).toEqual([0, 40, 80]);
  });

  it('name the visitor first, everybody with the office of that day, and the host', () => {
    const [event] = mergeEvents(
      [
        anObservation({
          ...{ key: 'visit|nurtleu|PK', fromDay: '2025-09-08', toDay: '2025-09-08' },
          personIds: ['nurtleu', 'munir'],
        }),
      ],
      index,
    );

    expect(event?.title).toBe('Visit of Murat Nurtleu to Pakistan');
    expect(event?.participants).toEqual([
      {
        ...{ id: 'nurtleu', name: 'Murat Nurtleu', side: 'KZ' },
        office: 'Deputy Prime Minister and Foreign Minister',
      },
      { id: 'munir', name: 'Asim Munir', side: 'PK', office: 'Chief of Army Staff' },
    ]);
  });

  it('take the kind, place and topics that are told most often', () => {
    const [event] = mergeEvents(
      [
        anObservation({ visitKind: 'official', placeId: 'islamabad', topicIds: ['trade'], start: 0 }),
        anObservation({ visitKind: 'official', placeId: 'lahore', topicIds: ['trade'], start: 40 }),
        anObservation({ visitKind: 'state', placeId: 'lahore', start: 80 }),
        anObservation({ visitKind: null, placeId: null, start: 120 }),
      ],
      index,
    );

    expect(event).toMatchObject({ visitKind: 'official', placeId: 'lahore' });
  });

  it('keep one piece of evidence for a sentence that says it twice, and forty in all', () => {
    const twice = mergeEvents([anObservation(), anObservation({ personIds: ['munir'] })], index);
    const many = mergeEvents(
      Array.from({ length: 60 }, (_, start) => anObservation({ start, end: start + 9 })),
      index,
    );

    expect(twice[0]?.evidence).toHaveLength(1);
    expect(many[0]?.evidence).toHaveLength(40);
  });

  it('are none of nothing', () => {
    expect(mergeEvents([], index)).toEqual([]);
  });
});
