import { citedArticles } from '../src/answers/cited-articles.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { storyMessage } from '../src/messages/story-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';
import { withRelatedStories } from '../src/stories/related-stories.ts';

export const story = {
  name: 'story',
  description:
    'One story with all its sources side by side, by language and origin, and the stories related to it',
  examples: ['story s-3f2a91c0'],
  options: [
    {
      name: 'id',
      description: 'Id of a story, or its beginning',
      kind: 'story',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const reference = textOption(options, 'id') ?? '';
    const found = await context.store.stories.find(reference);
    if (found === null) {
      const words = wordsIn(context.language).story;
      return emptyMessage(
        { said: words.unknown(reference), advice: words.findOne, tries: ['latest'] },
        context,
      );
    }
    const [linked] = await withRelatedStories([found], context.store.stories);
    const related = await context.store.stories.getMany(linked?.relatedStoryIds ?? []);
    const ids = [...found.articleIds, ...related.map(({ leadId }) => leadId)];
    const articles = await citedArticles(ids, context.store);
    return storyMessage({ story: found, related, articles }, context);
  },
} satisfies Command;
