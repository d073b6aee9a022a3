import type { DueOutcome } from '../domain/due-outcome.ts';
import type { Words } from '../locales/words.ts';
import { showInstant } from './show-span.ts';

/** What became of a due time, in words. */
export function dueOutcomeWords(outcome: DueOutcome, zone: string, words: Words): string {
  const { outcomes, closed } = words;
  switch (outcome.kind) {
    case 'sent': {
      const at = showInstant(outcome.at, zone, words);
      return outcome.isLate ? outcomes.late(at) : outcomes.sent(at);
    }
    case 'under-way':
      return outcome.reason === null ? outcomes.underWay : outcomes.triedAgain(outcome.reason);
    case 'failed':
      return outcomes.failed(outcome.reason);
    case 'folded':
      return outcomes.folded(showInstant(outcome.into, zone, words));
    case 'rested': {
      const reason = Object.entries(closed.reasons).find(([key]) => key === outcome.reason)?.[1];
      return outcomes.rested(reason ?? outcome.reason);
    }
    case 'composing':
    case 'empty':
    case 'open':
      return outcomes[outcome.kind];
  }
}
