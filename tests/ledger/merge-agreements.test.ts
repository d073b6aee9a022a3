import { describe, expect, it } from 'vitest';
import type { Precision } from '../../src/domain/day.ts';
import type { AgreementObservation, AgreementStatus } from '../../src/domain/ledger.ts';
import type { Instrument } from '../../src/domain/relationship.ts';
import { mergeSteps } from '../../src/ledger/merge-agreements.ts';
import { anObservation } from '../fixtures/a-ledger-entry.ts';

const PLAN: Instrument = { id: 'action-plan', name: 'Action Plan', kind: 'action-plan', spellings: {} };

describe('the steps of an agreement', () => {
  it('are one for each stretch of days, oldest first', () => {
    const steps = mergeSteps([
      told('negotiated', '2026-02-04'),
      told('negotiated', '2025-04-23'),
      told('negotiated', '2026-02-05', { start: 40 }),
      told('negotiated', '2023-01-10'),
    ]);

    expect(steps.map(({ onDay, evidence }) => [onDay, evidence.length])).toEqual([
      ['2023-01-10', 1],
      ['2025-04-23', 1],
      ['2026-02-04', 2],
    ]);
  });

  it('take the day told most often, the earlier of two, and a day before a month', () => {
    const [often] = mergeSteps([
      told('signed', '2026-02-04'),
      told('signed', '2026-02-05', { start: 40 }),
      told('signed', '2026-02-05', { start: 80 }),
    ]);
    const [first] = mergeSteps([told('signed', '2026-02-05'), told('signed', '2026-02-04', { start: 40 })]);
    const [precise] = mergeSteps([
      told('signed', '2026-02-01', { toDay: '2026-02-28', precision: 'month' }),
      told('signed', '2026-02-04', { start: 40 }),
    ]);

    expect(often?.onDay).toBe('2026-02-05');
    expect(first?.onDay).toBe('2026-02-04');
    expect(precise).toMatchObject({ onDay: '2026-02-04', precision: 'day', evidence: [{}, {}] });
  });
});

function told(
  status: AgreementStatus,
  fromDay: string,
  choices: { toDay?: string; precision?: Precision; start?: number } = {},
): AgreementObservation {
  const { articleId } = anObservation();
  const { toDay = fromDay, precision = 'day', start = 0 } = choices;
  return {
    ...{ about: 'agreement', articleId, key: 'agreement|action-plan', agreementId: PLAN.id, name: PLAN.name },
    ...{ kind: PLAN.kind, status, fromDay, toDay, precision, start, end: start + 9 },
  };
}
