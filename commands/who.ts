import { citedArticles } from '../src/answers/cited-articles.ts';
import { findOffices, findPeople, peopleLike } from '../src/answers/find-in-profile.ts';
import { seenSpellings } from '../src/answers/seen-spellings.ts';
import { type DaySpan, spanOf } from '../src/domain/day.ts';
import type { Message } from '../src/domain/message.ts';
import type { Person } from '../src/domain/relationship.ts';
import { UserError } from '../src/errors.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { officeMessage } from '../src/messages/office-message.ts';
import { personMessage } from '../src/messages/person-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext, OptionValues } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

const LATEST_STORIES = { limit: 5, offset: 0 };

export const who = {
  name: 'who',
  description: 'A person: offices with dates, every spelling seen. Or an office: who held it, also on a date',
  examples: ['who Nurtleu', 'who foreign minister KZ', 'who foreign minister KZ at 2025-09-27', 'who Токаев'],
  options: [
    {
      name: 'name',
      description: 'A person or an office, in any spelling',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
    {
      name: 'at',
      description: 'On this date: 2025, 2025-04 or 2025-04-23',
      kind: 'text',
      isRequired: false,
      isPositional: false,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const { name, at } = asked(options, context);
    const [person, ...others] = findPeople(name, context.relationship);
    if (person && others.length === 0) return aboutPerson(person, at, context);
    if (person) return severalPeople(name, [person, ...others], context);
    const offices = findOffices(name, context.relationship);
    return offices.length > 0 ? officeMessage(offices, at, context) : nobody(name, context);
  },
} satisfies Command;

/** Reads "foreign minister KZ at 2025-04" as well as an `at:` of its own. */
function asked(options: OptionValues, { language }: CommandContext): { name: string; at: DaySpan | null } {
  const typed = (textOption(options, 'name') ?? '').trim();
  const inline = /^(.*\S)\s+at[\s:]+(\S+)$/iu.exec(typed);
  const date = textOption(options, 'at')?.trim() ?? inline?.[2];
  if (date === undefined) return { name: typed, at: null };
  const at = spanOf(date);
  if (at === null) throw new UserError(wordsIn(language).who.badDate(date));
  return { name: inline?.[1] ?? typed, at };
}

async function aboutPerson(person: Person, at: DaySpan | null, context: CommandContext): Promise<Message> {
  const { spellings } = await seenSpellings(person.id, context.store);
  const { rows: stories } = await context.store.stories.latest({ personId: person.id }, LATEST_STORIES);
  const articles = await citedArticles(
    stories.flatMap(({ articleIds }) => articleIds),
    context.store,
  );
  return personMessage({ person, atDay: at?.fromDay ?? null, spellings, stories, articles }, context);
}

function severalPeople(name: string, people: readonly Person[], context: CommandContext): Message {
  const said = wordsIn(context.language).who.several(name);
  return emptyMessage({ said, tries: people.map((person) => `who ${person.name}`) }, context);
}

function nobody(name: string, context: CommandContext): Message {
  const said = wordsIn(context.language).who.unknown(name);
  const like = peopleLike(name, context.relationship).slice(0, 5);
  return emptyMessage(
    { said, tries: [...like.map((person) => `who ${person.name}`), `search ${name}`] },
    context,
  );
}
