import { articlesOfEvents, citedArticles } from '../src/answers/cited-articles.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { visitsMessage, visitsOnPage } from '../src/messages/visits-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';

/** More visits than any pair of countries makes: all are counted by direction and kind. */
const ALL_VISITS = { limit: 2000, offset: 0 };

export const visits = {
  name: 'visits',
  description: 'Visits between the two sides by direction and kind, newest first',
  examples: ['visits'],
  options: [],
  access: 'everyone',
  visibility: 'private',
  async run(_options, context) {
    const { rows } = await context.store.ledger.events({ kind: 'visit' }, ALL_VISITS);
    if (rows.length === 0) {
      const said = wordsIn(context.language).visits.none;
      return emptyMessage({ said, tries: ['timeline', 'latest', 'status'] }, context);
    }
    const articles = await citedArticles(articlesOfEvents(visitsOnPage(rows, context)), context.store);
    return visitsMessage(rows, articles, { place: context, reader: context });
  },
} satisfies Command;
