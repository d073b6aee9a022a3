import { citedArticles } from '../src/answers/cited-articles.ts';
import { evidenceOf } from '../src/answers/evidence-of.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { evidenceMessage } from '../src/messages/evidence-message.ts';
import { windowOf } from '../src/messages/paging.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const evidence = {
  name: 'evidence',
  description: 'The sentences that a story, an event or an agreement rests on, word for word',
  examples: ['evidence s-3f2a91c0', 'evidence transit-trade-agreement'],
  options: [
    {
      name: 'id',
      description: 'Id of a story, an event or an agreement',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const reference = textOption(options, 'id')?.trim() ?? '';
    const found = await evidenceOf(reference, context.store);
    if (found === null) {
      const words = wordsIn(context.language).evidence;
      const tries = ['latest', 'timeline', 'agreements'];
      return emptyMessage({ said: words.none(reference), advice: words.advice, tries }, context);
    }
    const { limit, offset } = windowOf(context.page);
    const shown = found.shown.slice(offset, offset + limit);
    const articles = await citedArticles(
      shown.map((row) => row.evidence.articleId),
      context.store,
    );
    const view = { title: found.title, shown, total: found.shown.length, articles };
    return evidenceMessage(view, context, context);
  },
} satisfies Command;
