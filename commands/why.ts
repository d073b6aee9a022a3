import { explainArticle } from '../src/answers/explain-article.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { whyMessage } from '../src/messages/why-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const why = {
  name: 'why',
  description:
    'The whole chain of reasons for one article: its date, relevance, story, links and what it told the ledger',
  examples: ['why a-8c1f02de', 'why https://astanatimes.com/2026/02/…', 'why 2026-02-03-dawn-arrival.md'],
  options: [
    {
      name: 'article',
      description: 'Id or its beginning, URL, or end of a file name',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const reference = textOption(options, 'article')?.trim() ?? '';
    const explanation = await explainArticle(reference, context.store);
    if (explanation !== null) return whyMessage(explanation, context);
    const words = wordsIn(context.language).why;
    const tries = ['latest', `search ${reference}`];
    return emptyMessage({ said: words.unknown(reference), advice: words.advice, tries }, context);
  },
} satisfies Command;
