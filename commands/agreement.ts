import { articlesOfAgreements, citedArticles } from '../src/answers/cited-articles.ts';
import { findAgreement } from '../src/answers/find-agreement.ts';
import { agreementMessage } from '../src/messages/agreement-line.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const agreement = {
  name: 'agreement',
  description: 'One agreement with every step on its way, dated, with its sources',
  examples: ['agreement transit-trade-agreement', 'agreement extradition'],
  options: [
    {
      name: 'id',
      description: 'Its id, or words of its name',
      kind: 'agreement',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const reference = textOption(options, 'id') ?? '';
    const found = await findAgreement(reference, context.store);
    if (found === null) {
      const said = wordsIn(context.language).agreement.unknown(reference);
      return emptyMessage({ said, tries: ['agreements', `search ${reference}`] }, context);
    }
    const articles = await citedArticles(articlesOfAgreements([found]), context.store);
    return agreementMessage(found, articles, context);
  },
} satisfies Command;
