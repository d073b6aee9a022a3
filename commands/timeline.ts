import { articlesOfEvents, citedArticles } from '../src/answers/cited-articles.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Message } from '../src/domain/message.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { eventEntry } from '../src/messages/event-line.ts';
import { listMessage } from '../src/messages/list-message.ts';
import { windowOf } from '../src/messages/paging.ts';
import { nameOf, namesOf } from '../src/messages/profile-names.ts';
import { showDate } from '../src/messages/show-span.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext, OptionValues } from '../src/ports/command.ts';
import { instantOption, textOption, topicsAsked } from '../src/ports/option-values.ts';
import type { EventFilter } from '../src/ports/store.ts';

export const timeline = {
  name: 'timeline',
  description:
    'Dated events, newest first, with their status, participants in their offices of that time, and sources',
  examples: ['timeline', 'timeline defence since:2025-04', 'timeline person:Nurtleu', 'timeline until:2023'],
  options: [
    {
      name: 'topic',
      description: 'Only events on this topic',
      kind: 'topic',
      isRequired: false,
      isPositional: true,
    },
    {
      name: 'person',
      description: 'Only events with this person',
      kind: 'person',
      isRequired: false,
      isPositional: true,
    },
    { name: 'since', description: 'Only events since', kind: 'since', isRequired: false, isPositional: true },
    { name: 'until', description: 'Only events until', kind: 'until', isRequired: false, isPositional: true },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const filter = filterOf(options, context);
    const { rows, total } = await context.store.ledger.events(filter, windowOf(context.page));
    const asked = wordsOf(filter, context);
    const words = wordsIn(context.language).timeline;
    if (total === 0) return noEvents(asked, context);
    const articles = await citedArticles(articlesOfEvents(rows), context.store);
    const heading = asked.length === 0 ? words.heading : words.about(asked.join(', '));
    const entries = rows.map((event) => eventEntry(event, articles, context));
    return listMessage({ heading, entries, total }, context, context);
  },
} satisfies Command;

function filterOf(options: OptionValues, { zone, topicIds: ownTopics }: CommandContext): EventFilter {
  const topicIds = topicsAsked(options, 'topic', ownTopics);
  const personId = textOption(options, 'person');
  const since = instantOption(options, 'since');
  const until = instantOption(options, 'until');
  return {
    ...(topicIds.length === 0 ? {} : { topicIds }),
    ...(personId === undefined ? {} : { personId }),
    ...(since === undefined ? {} : { fromDay: dayOf(since, zone) }),
    ...(until === undefined ? {} : { toDay: dayOf(until - 1, zone) }),
  };
}

function wordsOf({ topicIds, personId, fromDay, toDay }: EventFilter, context: CommandContext): string[] {
  const words = wordsIn(context.language);
  return [
    ...(topicIds === undefined ? [] : [words.timeline.topic(namesOf(topicIds, context))]),
    ...(personId === undefined ? [] : [words.timeline.person(nameOf(personId, context.relationship))]),
    ...(fromDay === undefined ? [] : [words.timeline.since(showDate(fromDay, words))]),
    ...(toDay === undefined ? [] : [words.timeline.until(showDate(toDay, words))]),
  ];
}

function noEvents(asked: readonly string[], context: CommandContext): Message {
  const words = wordsIn(context.language).timeline;
  const said = words.none(asked.length === 0 ? words.any : asked.join(' '));
  return emptyMessage(
    { said, tries: asked.length === 0 ? ['latest', 'status'] : ['timeline', 'latest'] },
    context,
  );
}
