import { citedArticles } from '../src/answers/cited-articles.ts';
import { dayOf } from '../src/domain/day.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { listMessage } from '../src/messages/list-message.ts';
import { windowOf } from '../src/messages/paging.ts';
import { namesOf } from '../src/messages/profile-names.ts';
import { showDate } from '../src/messages/show-span.ts';
import { storyEntry } from '../src/messages/story-line.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext } from '../src/ports/command.ts';
import { instantOption, topicsAsked } from '../src/ports/option-values.ts';
import type { StoryFilter } from '../src/ports/store.ts';

export const latest = {
  name: 'latest',
  description:
    'The latest stories, newest first: who reported them, in how many languages, from how many origins',
  examples: ['latest', 'latest defence', 'latest trade since:2025-09'],
  options: [
    {
      name: 'topic',
      description: 'Only stories on this topic',
      kind: 'topic',
      isRequired: false,
      isPositional: true,
    },
    {
      name: 'since',
      description: 'Only stories told since',
      kind: 'since',
      isRequired: false,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const topicIds = topicsAsked(options, 'topic', context.topicIds);
    const since = instantOption(options, 'since');
    const filter: StoryFilter = {
      topicIds,
      ...(since === undefined ? {} : { since }),
    };
    const { rows, total } = await context.store.stories.latest(filter, windowOf(context.page));
    if (total === 0) return noStories(filter, context);
    const articles = await citedArticles(
      rows.flatMap(({ articleIds }) => articleIds),
      context.store,
    );
    const words = wordsIn(context.language).latest;
    const heading = topicIds.length === 0 ? words.heading : words.on(namesOf(topicIds, context));
    const entries = rows.map((story) => storyEntry(story, articles, context));
    return listMessage({ heading, entries, total }, context, context);
  },
} satisfies Command;

function noStories({ topicIds = [], since }: StoryFilter, context: CommandContext) {
  const words = wordsIn(context.language);
  const wanted = [
    ...(topicIds.length === 0 ? [] : [words.latest.topic(namesOf(topicIds, context))]),
    ...(since === undefined ? [] : [words.latest.since(showDate(dayOf(since, context.zone), words))]),
  ];
  const said = words.latest.none(wanted.length === 0 ? words.latest.matches : wanted.join(words.and));
  return emptyMessage(
    { said, tries: wanted.length === 0 ? ['status', 'help'] : ['latest', 'status'] },
    context,
  );
}
