import { findArticle } from '../src/answers/find-article.ts';
import { deleteArticle } from '../src/ledger/delete-article.ts';
import { paragraph } from '../src/messages/blocks.ts';
import { askToDeleteMessage } from '../src/messages/delete-message.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { CONFIRM } from '../src/ports/option-specs.ts';
import { textOption } from '../src/ports/option-values.ts';
import { createProfileIndex } from '../src/understand/profile-index.ts';

export const deletion = {
  name: 'delete',
  description:
    'Takes an article out of the archive, with all that rests on it alone; its feed does not bring it back',
  examples: ['delete a-8c1f02de', 'delete https://astanatimes.com/2026/02/…'],
  options: [
    {
      name: 'article',
      description: 'Id or its beginning, URL, or end of a file name',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
    CONFIRM,
  ],
  access: 'operators',
  visibility: 'private',
  async run(options, context) {
    const { store, relationship, now } = context;
    const words = wordsIn(context.language);
    const reference = textOption(options, 'article')?.trim() ?? '';
    const article = await findArticle(reference, store);
    if (article === null) {
      const said = words.why.unknown(reference);
      return emptyMessage({ said, advice: words.why.advice, tries: ['latest'] }, context);
    }
    if (textOption(options, 'confirm') !== 'yes') return askToDeleteMessage(article, context);
    await deleteArticle(article.id, { store, index: createProfileIndex(relationship), now });
    return { blocks: [paragraph(words.delete.done(article.title.value))] };
  },
} satisfies Command;
