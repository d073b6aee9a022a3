import { articlesOfAgreements, citedArticles } from '../src/answers/cited-articles.ts';
import { AGREEMENT_STATUSES } from '../src/domain/ledger.ts';
import { agreementEntry } from '../src/messages/agreement-line.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { listMessage } from '../src/messages/list-message.ts';
import { windowOf } from '../src/messages/paging.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const agreements = {
  name: 'agreements',
  description:
    'What was signed, proposed or only mentioned: where every agreement stands, dated, with its sources',
  examples: ['agreements', 'agreements signed', 'agreements ready-to-sign'],
  options: [
    {
      name: 'status',
      description: 'Only agreements that stand at this step',
      kind: 'choice',
      choices: AGREEMENT_STATUSES,
      isRequired: false,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const status = AGREEMENT_STATUSES.find((known) => known === textOption(options, 'status'));
    const filter = status === undefined ? {} : { status };
    const { rows, total } = await context.store.ledger.agreements(filter, windowOf(context.page));
    const words = wordsIn(context.language);
    const shown = status === undefined ? null : words.agreementStatuses[status];
    if (total === 0) {
      const said = shown === null ? words.agreements.none : words.agreements.noneWith(shown);
      return emptyMessage(
        { said, tries: shown === null ? ['latest', 'status'] : ['agreements', 'timeline'] },
        context,
      );
    }
    const articles = await citedArticles(articlesOfAgreements(rows), context.store);
    const title = shown === null ? words.agreements.heading : words.agreements.withStatus(shown);
    const entries = rows.map((agreement) => agreementEntry(agreement, articles, context));
    return listMessage({ heading: title, entries, total }, context, context);
  },
} satisfies Command;
