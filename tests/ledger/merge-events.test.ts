import { describe, expect, it } from 'vitest';
import { mergeEvents } from '../../src/ledger/merge-events.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { anObservation } from '../fixtures/a-ledger-entry.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';

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
});
