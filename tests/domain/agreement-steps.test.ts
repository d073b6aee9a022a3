import { describe, expect, it } from 'vitest';
import { furthestOf, stepsThatCount } from '../../src/domain/agreement-steps.ts';
import type { AgreementStatus, AgreementStep } from '../../src/domain/ledger.ts';

describe('the steps of an agreement', () => {
  it.each<[string, [AgreementStatus, string][], AgreementStatus[]]>([
    [
      'are told oldest first, the lesser of one day first',
      [
        ['signed', '2026-02-04'],
        ['ready-to-sign', '2026-02-04'],
        ['negotiated', '2025-04-23'],
      ],
      ['negotiated', 'ready-to-sign', 'signed'],
    ],
    [
      'begin with a bare mention that came long before them, and count no other',
      [
        ['mentioned', '2025-01-01'],
        ['mentioned', '2025-03-01'],
        ['signed', '2026-02-04'],
        ['mentioned', '2026-03-01'],
      ],
      ['mentioned', 'signed'],
    ],
    [
      'do not count a mention beside the first of them',
      [
        ['mentioned', '2026-02-02'],
        ['signed', '2026-02-04'],
      ],
      ['signed'],
    ],
    [
      'do not count a mention after them',
      [
        ['proposed', '2025-01-01'],
        ['mentioned', '2026-03-01'],
      ],
      ['proposed'],
    ],
  ])('%s', (_, told, expected) => {
    const steps = told.map(([status, onDay]): AgreementStep => {
      return { status, onDay, precision: 'day', evidence: [] };
    });

    expect(stepsThatCount(steps).map(({ status }) => status)).toEqual(expected);
  });

  it('bring it as far as the furthest of them', () => {
    expect(furthestOf(['signed', 'negotiated', 'mentioned'])).toBe('signed');
    expect(furthestOf([])).toBe('mentioned');
  });
});
