import { addSubscription, MOST_SUBSCRIPTIONS } from '../src/digests/add-subscription.ts';
import { parseSchedule } from '../src/domain/parse-schedule.ts';
import { nextDueAt, type Schedule } from '../src/domain/schedule.ts';
import { findZone } from '../src/domain/zone-clock.ts';
import { UserError } from '../src/errors.ts';
import type { Words } from '../src/locales/words.ts';
import { scheduleProblem } from '../src/messages/schedule-words.ts';
import { subscribedMessage } from '../src/messages/subscription-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext } from '../src/ports/command.ts';
import { textOption, textsOption } from '../src/ports/option-values.ts';

export const subscribe = {
  name: 'subscribe',
  description: 'Post a digest into this channel on a schedule, in your time zone',
  examples: [
    'subscribe daily 08:00 Asia/Almaty',
    'subscribe weekdays 7:30 topics:defence,trade',
    'subscribe "0 8 * * 1,4" Asia/Karachi',
  ],
  options: [
    {
      name: 'schedule',
      description:
        'daily 08:00, weekdays 7:30, weekly mon 09:00, monthly 1 09:00 or a cron expression; then a time zone',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
    {
      name: 'topics',
      description: 'Only these topics, with commas between them',
      kind: 'topics',
      isRequired: false,
      isPositional: false,
    },
    {
      name: 'person',
      description: 'Only what names this person',
      kind: 'person',
      isRequired: false,
      isPositional: false,
    },
  ],
  access: 'channel-managers',
  visibility: 'channel',
  async run(options, context) {
    const words = wordsIn(context.language);
    const { schedule, zone } = readWhen(textOption(options, 'schedule') ?? '', context.zone, words);
    const person = textOption(options, 'person');
    const wish = {
      channel: context.channel,
      timing: { kind: 'schedule' as const, cron: schedule.cron },
      zone,
      topicIds: textsOption(options, 'topics') ?? context.topicIds,
      personIds: person === undefined ? [] : [person],
      agreementIds: [],
      sides: [],
      languages: [],
      minOrigins: 1,
      length: 'standard' as const,
      language: null,
      createdBy: context.userId,
      createdAt: context.now,
      pause: null,
    };
    const outcome = await addSubscription(wish, context);
    if (outcome.kind === 'too-many') throw new UserError(words.subscribe.tooMany(MOST_SUBSCRIPTIONS));
    if (outcome.kind === 'same') throw new UserError(words.subscribe.already(outcome.id));
    return subscribedMessage(outcome.subscription, nextThree(schedule, zone, context), context);
  },
} satisfies Command;

/** The schedule and the zone after it; the reader's own zone when there is none. */
function readWhen(line: string, ownZone: string, words: Words): { schedule: Schedule; zone: string } {
  const reading = parseSchedule(line);
  if (reading.kind === 'refused') throw new UserError(scheduleProblem(reading.problem, line, words));
  const rest = reading.rest.join(' ');
  const zone = rest === '' ? ownZone : findZone(rest);
  if (zone === null) throw new UserError(words.subscribe.unknownWords(rest));
  return { schedule: reading.schedule, zone };
}

function nextThree(schedule: Schedule, zone: string, { now }: CommandContext): readonly number[] {
  const first = nextDueAt(schedule, zone, now);
  const second = nextDueAt(schedule, zone, first);
  return [first, second, nextDueAt(schedule, zone, second)];
}
