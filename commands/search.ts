import type { Message } from '../src/domain/message.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { windowOf } from '../src/messages/paging.ts';
import { searchMessage } from '../src/messages/search-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';
import { searchPassages } from '../src/search/search-passages.ts';

export const search = {
  name: 'search',
  description: 'Passages of stored articles that hold these words, word for word, in every language',
  examples: ['search strategic partnership', 'search транзит', 'search TAPI'],
  options: [
    { name: 'words', description: 'Words to look for', kind: 'text', isRequired: true, isPositional: true },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const query = textOption(options, 'words')?.trim() ?? '';
    const found = await searchPassages(query, windowOf(context.page), context.store);
    if (found.total === 0) return nothingFound(query, found.match, context);
    return searchMessage({ query, ...found }, context, context);
  },
} satisfies Command;

function nothingFound(query: string, match: 'all' | 'any' | 'none', context: CommandContext): Message {
  const words = wordsIn(context.language).search;
  const said = match === 'none' ? words.noWords : words.none(query);
  return emptyMessage({ said, advice: words.advice, tries: ['latest', 'timeline'] }, context);
}
