import type { EditionPlan } from '../domain/edition-plan.ts';
import type { Instant } from '../domain/identity.ts';
import type { Block, Message } from '../domain/message.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Words } from '../locales/words.ts';
import { actions, heading, paragraph } from './blocks.ts';
import { isQuiet } from './edition-message.ts';
import { editionSections } from './edition-sections.ts';
import { bold, code, text } from './inline.ts';
import { interestParts } from './interest-words.ts';
import type { Reader } from './reader.ts';
import { atOnceWords, scheduleWords } from './schedule-words.ts';
import { showInstant } from './show-span.ts';
import { subscriptionLine } from './subscription-line.ts';
import { wordsIn } from './words-in.ts';

type Wish = Omit<Subscription, 'id'>;

export interface WishPreview {
  readonly wish: Wish;
  /** The id of the subscription that it would take the place of; null for a new one. */
  readonly replacedId: string | null;
  readonly nextDueAts: readonly Instant[];
  /** What it would have told lately. */
  readonly plan: EditionPlan;
}

/** Asks whether this is what was meant: when, what, and what that would have been. */
export function wishMessage(preview: WishPreview, reader: Reader): Message {
  const { wish, replacedId, nextDueAts, plan } = preview;
  const words = wordsIn(reader.language);
  const { preview: said } = words.subscribe;
  const line = subscriptionLine(wish, replacedId);
  const label = replacedId === null ? buttonFor(wish, words) : said.change;
  const sections = isQuiet(plan) ? [paragraph(said.nothing)] : editionSections(plan, reader);
  return {
    blocks: [
      heading(replacedId === null ? said.heading : said.changeHeading(replacedId)),
      ...termsOf(wish, nextDueAts, reader),
      paragraph([bold(said.wouldHold)]),
      ...sections,
      paragraph(said.notYet),
      actions([{ label, command: `${line} confirm:yes` }]),
      paragraph([text(said.otherwise), code(line)]),
    ],
  };
}

/** The answer once it is kept: when, what, and how to end it. */
export function keptMessage(
  subscription: Subscription,
  nextDueAts: readonly Instant[],
  reader: Reader,
): Message {
  const words = wordsIn(reader.language);
  const { subscribe } = words;
  const isDigest = subscription.timing.kind === 'schedule';
  return {
    blocks: [
      heading(isDigest ? subscribe.heading : subscribe.followHeading),
      ...termsOf(subscription, nextDueAts, reader),
      paragraph(isDigest ? subscribe.holds : subscribe.alertHolds),
      paragraph(subscribe.invite),
      paragraph([text(subscribe.end), code(`unsubscribe ${subscription.id}`)]),
    ],
  };
}

/** Why it cannot be kept. */
export function refusalWords(
  refusal:
    | { readonly kind: 'too-many'; readonly most: number }
    | { readonly kind: 'same'; readonly id: string },
  { subscribe }: Words,
): string {
  return refusal.kind === 'same' ? subscribe.already(refusal.id) : subscribe.tooMany(refusal.most);
}

function termsOf(wish: Wish, nextDueAts: readonly Instant[], reader: Reader): Block[] {
  const words = wordsIn(reader.language);
  const { subscribe } = words;
  const what = interestParts(wish, reader).join(', ');
  const times = nextDueAts.map((at) => showInstant(at, wish.zone, words)).join(' · ');
  const gets = wish.timing.kind === 'schedule' ? subscribe.gets : subscribe.getsAlert;
  const only = what === '' ? [] : [subscribe.only(what)];
  const how = wish.timing.kind === 'schedule' ? [] : atOnceWords(wish.timing, wish.zone, words);
  return [
    paragraph([gets(scheduleWords(wish, words)), ...only].join(' ')),
    ...(times === '' ? [] : [paragraph(subscribe.next(times))]),
    ...(how.length === 0 ? [] : [paragraph(how.join(' '))]),
  ];
}

function buttonFor({ timing }: Wish, { subscribe }: Words): string {
  return timing.kind === 'schedule' ? subscribe.preview.subscribe : subscribe.preview.follow;
}
