import { explainArticle } from '../src/answers/explain-article.ts';
import { articleFates } from '../src/digests/article-fates.ts';
import { dueOutcomes } from '../src/digests/due-outcomes.ts';
import { subscriptionOf } from '../src/digests/subscription-of.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { whyDigests } from '../src/messages/why-digests.ts';
import { whyMessage } from '../src/messages/why-message.ts';
import { whySubscriptionMessage } from '../src/messages/why-subscription-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

const MOST_OUTCOMES = 10;

export const why = {
  name: 'why',
  description:
    'The whole chain of reasons for one article, from its date to the digests that told it; or what became of a subscription',
  examples: [
    'why a-8c1f02de',
    'why https://astanatimes.com/2026/02/…',
    'why 2026-02-03-dawn-arrival.md',
    'why 1a2b3c4d',
  ],
  options: [
    {
      name: 'article',
      description: 'Id or its beginning, URL, or end of a file name; or the id of a subscription',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const reference = textOption(options, 'article')?.trim() ?? '';
    const { store, channel, now } = context;
    const found = await subscriptionOf(reference, channel, store);
    if (found.kind === 'found') {
      const outcomes = await dueOutcomes(found.subscription, { now, limit: MOST_OUTCOMES }, store);
      return whySubscriptionMessage(found.subscription, outcomes, context);
    }
    const explanation = await explainArticle(reference, store);
    if (explanation !== null) {
      const fates = await articleFates(explanation.article, channel, { store, now });
      const { blocks } = whyMessage(explanation, context);
      return { blocks: [...blocks, ...whyDigests(fates, context)] };
    }
    const words = wordsIn(context.language).why;
    const tries = ['latest', `search ${reference}`];
    return emptyMessage({ said: words.unknown(reference), advice: words.advice, tries }, context);
  },
} satisfies Command;
