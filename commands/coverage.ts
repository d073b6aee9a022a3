import { coverageOf, coverageSince, MOST_WEEKS } from '../src/answers/coverage-of.ts';
import { COVERAGE_MEASURES } from '../src/domain/coverage.ts';
import { UserError } from '../src/errors.ts';
import { coverageMessage } from '../src/messages/coverage-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

const DEFAULT_WEEKS = 8;

export const coverage = {
  name: 'coverage',
  description: 'How much each side and each language reports, week by week, and who has gone quiet',
  examples: ['coverage', 'coverage all', 'coverage weeks:12'],
  options: [
    {
      name: 'weeks',
      description: `How many weeks, up to ${MOST_WEEKS}; ${DEFAULT_WEEKS} when nothing is said`,
      kind: 'integer',
      isRequired: false,
      isPositional: true,
    },
    {
      name: 'which',
      description:
        'Only articles about the two sides, or all; those about the two sides when nothing is said',
      kind: 'choice',
      isRequired: false,
      isPositional: true,
      choices: COVERAGE_MEASURES,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const { store, relationship, now, language } = context;
    const weeks = Number(options['weeks'] ?? DEFAULT_WEEKS);
    if (weeks < 1 || weeks > MOST_WEEKS)
      throw new UserError(wordsIn(language).coverage.weeksOutOfRange(MOST_WEEKS));
    const measure = COVERAGE_MEASURES.find((known) => known === textOption(options, 'which')) ?? 'relevant';
    const counts = await store.feeds.articleCounts(coverageSince(now), now + 1);
    const facts = { counts, feeds: await store.feeds.all(), relationship, now };
    return coverageMessage(coverageOf(facts, { weeks, measure }), context);
  },
} satisfies Command;
