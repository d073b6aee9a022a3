import { findAgreement } from '../src/answers/find-agreement.ts';
import { keepSubscription, refusalOf, type SubscriptionWish } from '../src/digests/keep-subscription.ts';
import { previewEdition } from '../src/digests/preview-edition.ts';
import { subscriptionOf } from '../src/digests/subscription-of.ts';
import { parseQuietHours } from '../src/domain/quiet-hours.ts';
import { type AtOnce, EVERYTHING, type QuietHours, type Subscription } from '../src/domain/subscription.ts';
import { UserError } from '../src/errors.ts';
import type { Words } from '../src/locales/words.ts';
import { keptMessage, refusalWords, wishMessage } from '../src/messages/wish-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext, OptionSpec, OptionValues } from '../src/ports/command.ts';
import { textOption, topicsAsked } from '../src/ports/option-values.ts';

const NAMED = { isRequired: false, isPositional: false } as const;
const SWITCH = { ...NAMED, kind: 'choice', choices: ['yes'] } as const;

const HOW: readonly OptionSpec[] = [
  { ...NAMED, name: 'quiet', kind: 'text', description: 'Hours in which it waits: 22:00-07:00' },
  { ...SWITCH, name: 'important', description: 'In quiet hours, what is important comes all the same' },
  { ...NAMED, name: 'cooldown', kind: 'text', description: 'At least so long between two alerts: 30m, 2h' },
  { ...SWITCH, name: 'digest', description: 'The digests of the channel tell the same, too' },
  { ...NAMED, name: 'zone', kind: 'zone', description: 'Time zone of the quiet hours; yours if left out' },
];

export const follow = {
  name: 'follow',
  description:
    'Post an alert into this channel as soon as something new is known of a topic, person or agreement',
  examples: [
    'follow topic:defence',
    'follow person:Tokayev quiet:22:00-07:00 important:yes',
    'follow agreement:transit cooldown:2h',
  ],
  options: [
    { ...NAMED, name: 'topic', kind: 'topic', description: 'What is about this topic', isPositional: true },
    { ...NAMED, name: 'person', kind: 'person', description: 'What names this person', isPositional: true },
    { ...NAMED, name: 'agreement', kind: 'agreement', description: 'Each step of this agreement' },
    ...HOW,
    { ...NAMED, name: 'id', kind: 'text', description: 'Change the alert with this id' },
    { ...SWITCH, name: 'confirm', description: 'Do it without showing it first' },
  ],
  access: 'channel-managers',
  visibility: 'channel',
  async run(options, context) {
    const words = wordsIn(context.language);
    const replaced = await replacedBy(options, context);
    const wish = await wishOf(options, replaced, context);
    if (textOption(options, 'confirm') === 'yes') {
      const outcome = await keepSubscription(wish, replaced, context);
      if (outcome.kind !== 'kept') throw new UserError(refusalWords(outcome, words));
      return keptMessage(outcome.subscription, [], context);
    }
    const refusal = await refusalOf(wish, replaced, context.store);
    if (refusal !== null) throw new UserError(refusalWords(refusal, words));
    const plan = await previewEdition(wish, context);
    return wishMessage({ wish, replacedId: replaced?.id ?? null, nextDueAts: [], plan }, context);
  },
} satisfies Command;

/** The alert of the channel that is to be changed; null for a new one. */
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

async function wishOf(
  options: OptionValues,
  replaced: Subscription | null,
  context: CommandContext,
): Promise<SubscriptionWish> {
  const words = wordsIn(context.language);
  const person = textOption(options, 'person');
  const agreementIds = await agreementsAsked(options, context);
  if (textOption(options, 'topic') === undefined && person === undefined && agreementIds.length === 0)
    throw new UserError(words.follow.whatIsMissing);
  return {
    ...EVERYTHING,
    channel: context.channel,
    timing: timingOf(options, words),
    zone: textOption(options, 'zone') ?? context.zone,
    topicIds: topicsAsked(options, 'topic', []),
    personIds: person === undefined ? [] : [person],
    agreementIds,
    length: 'standard',
    language: null,
    createdBy: replaced?.createdBy ?? context.userId,
    createdAt: replaced?.createdAt ?? context.now,
    pause: replaced?.pause ?? null,
  };
}

async function agreementsAsked(
  options: OptionValues,
  { store, language }: CommandContext,
): Promise<readonly string[]> {
  const reference = textOption(options, 'agreement');
  if (reference === undefined) return [];
  const found = await findAgreement(reference, store);
  if (found === null) throw new UserError(wordsIn(language).follow.noAgreement(reference));
  return [found.id];
}

function timingOf(options: OptionValues, words: Words): AtOnce {
  return {
    kind: 'at-once',
    quietHours: quietHoursOf(options, words),
    coolDownMs: coolDownOf(textOption(options, 'cooldown'), words),
    isAlsoInDigest: textOption(options, 'digest') === 'yes',
  };
}

function quietHoursOf(options: OptionValues, { follow: words }: Words): QuietHours | null {
  const text = textOption(options, 'quiet');
  if (text === undefined) return null;
  const hours = parseQuietHours(text);
  if (hours === null) throw new UserError(words.badQuiet(text));
  return { ...hours, letsImportantThrough: textOption(options, 'important') === 'yes' };
}

const MS_PER_MINUTE = 60_000;
const LONGEST_COOL_DOWN_MS = 24 * 60 * MS_PER_MINUTE;

function coolDownOf(text: string | undefined, { follow: words }: Words): number {
  if (text === undefined) return 0;
  const [, count, unit] = /^(\d{1,4})\s*([mh])/i.exec(text) ?? [];
  const delayMs = Number(count ?? 0) * (unit?.toLowerCase() === 'h' ? 60 : 1) * MS_PER_MINUTE;
  if (delayMs === 0 || delayMs > LONGEST_COOL_DOWN_MS) throw new UserError(words.badCoolDown(text));
  return delayMs;
}
