import { keepSubscription, refusalOf, type SubscriptionWish } from '../src/digests/keep-subscription.ts';
import { previewEdition } from '../src/digests/preview-edition.ts';
import { subscriptionOf } from '../src/digests/subscription-of.ts';
import { nextDueTimes } from '../src/digests/wake-times.ts';
import { parseSchedule } from '../src/domain/parse-schedule.ts';
import { EDITION_LENGTHS, type Subscription } from '../src/domain/subscription.ts';
import { findZone } from '../src/domain/zone-clock.ts';
import { UserError } from '../src/errors.ts';
import { scheduleProblem } from '../src/messages/schedule-words.ts';
import { keptMessage, refusalWords, wishMessage } from '../src/messages/wish-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext, OptionSpec, OptionValues } from '../src/ports/command.ts';
import { languageOption, languagesOption, textOption, textsOption } from '../src/ports/option-values.ts';

const NAMED = { isRequired: false, isPositional: false } as const;

const WISHES: readonly OptionSpec[] = [
  { ...NAMED, name: 'topics', kind: 'topics', description: 'Only these topics, with commas between them' },
  { ...NAMED, name: 'people', kind: 'people', description: 'Only what names one of these people' },
  { ...NAMED, name: 'sides', kind: 'sides', description: 'Only what sources of these sides report' },
  { ...NAMED, name: 'languages', kind: 'languages', description: 'Only what is reported in these languages' },
  {
    ...NAMED,
    name: 'min-origins',
    kind: 'integer',
    description: 'Only stories with so many independent origins',
  },
  {
    ...NAMED,
    name: 'length',
    kind: 'choice',
    description: 'How much it tells; standard when nothing is said',
    choices: EDITION_LENGTHS,
  },
  { ...NAMED, name: 'language', kind: 'language', description: 'The language in which sentences are chosen' },
];

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
    ...WISHES,
    { ...NAMED, name: 'id', kind: 'text', description: 'Change the digest with this id' },
    {
      ...NAMED,
      name: 'confirm',
      kind: 'choice',
      description: 'Do it without showing it first',
      choices: ['yes'],
    },
  ],
  access: 'channel-managers',
  visibility: 'channel',
  async run(options, context) {
    const words = wordsIn(context.language);
    const replaced = await replacedBy(options, context);
    const wish = wishOf(options, replaced, context);
    const next = nextDueTimes(wish, context.now);
    if (textOption(options, 'confirm') === 'yes') {
      const outcome = await keepSubscription(wish, replaced, context);
      if (outcome.kind !== 'kept') throw new UserError(refusalWords(outcome, words));
      return keptMessage(outcome.subscription, next, context);
    }
    const refusal = await refusalOf(wish, replaced, context.store);
    if (refusal !== null) throw new UserError(refusalWords(refusal, words));
    const plan = await previewEdition(wish, context);
    return wishMessage({ wish, replacedId: replaced?.id ?? null, nextDueAts: next, plan }, context);
  },
} satisfies Command;

/** The digest of the channel that is to be changed; null for a new one. */
async function replacedBy(
  options: OptionValues,
  { channel, store, language }: CommandContext,
): Promise<Subscription | null> {
  const id = textOption(options, 'id');
  if (id === undefined) return null;
  const found = await subscriptionOf(id, channel, store);
  if (found.kind === 'found') return found.subscription;
  throw new UserError(wordsIn(language).unsubscribe[found.kind](found.id));
}

function wishOf(
  options: OptionValues,
  replaced: Subscription | null,
  context: CommandContext,
): SubscriptionWish {
  return {
    ...readWhen(textOption(options, 'schedule') ?? '', context),
    channel: context.channel,
    topicIds: textsOption(options, 'topics') ?? context.topicIds,
    personIds: textsOption(options, 'people') ?? [],
    agreementIds: [],
    sides: textsOption(options, 'sides') ?? [],
    languages: languagesOption(options, 'languages') ?? [],
    minOrigins: Math.max(1, Number(options['min-origins'] ?? 1)),
    length: EDITION_LENGTHS.find((each) => each === textOption(options, 'length')) ?? 'standard',
    language: languageOption(options, 'language') ?? null,
    createdBy: replaced?.createdBy ?? context.userId,
    createdAt: replaced?.createdAt ?? context.now,
    pause: replaced?.pause ?? null,
  };
}

/** The schedule and the zone after it; the reader's own zone when there is none. */
function readWhen(line: string, context: CommandContext): Pick<Subscription, 'timing' | 'zone'> {
  const words = wordsIn(context.language);
  const reading = parseSchedule(line);
  if (reading.kind === 'refused') throw new UserError(scheduleProblem(reading.problem, line, words));
  const rest = reading.rest.join(' ');
  const zone = rest === '' ? context.zone : findZone(rest);
  if (zone === null) throw new UserError(words.subscribe.unknownWords(rest));
  return { timing: { kind: 'schedule', cron: reading.schedule.cron }, zone };
}
