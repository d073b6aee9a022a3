import type { AtOnce, Subscription } from '../domain/subscription.ts';
import { clockSpan, delayText } from './schedule-words.ts';

/** The line that asks for this very subscription, whoever types it; `id` names the one it takes the place of. */
export function subscriptionLine(wish: Omit<Subscription, 'id'>, id: string | null): string {
  const { timing } = wish;
  const parts = timing.kind === 'schedule' ? digestParts(wish, timing.cron) : alertParts(wish, timing);
  return [...parts, ...(id === null ? [] : [`id:${id}`])].join(' ');
}

/** All topics are named, too, so that nobody's own settings take their place. */
function digestParts(wish: Omit<Subscription, 'id'>, cron: string): readonly string[] {
  return [
    `subscribe "${cron}" ${wish.zone}`,
    `topics:${wish.topicIds.join(',') || 'all'}`,
    ...listed('people', wish.personIds),
    ...listed('sides', wish.sides),
    ...listed('languages', wish.languages),
    ...(wish.minOrigins > 1 ? [`min-origins:${wish.minOrigins}`] : []),
    ...(wish.length === 'standard' ? [] : [`length:${wish.length}`]),
    ...(wish.language === null ? [] : [`language:${wish.language}`]),
  ];
}

function alertParts(wish: Omit<Subscription, 'id'>, timing: AtOnce): readonly string[] {
  const { quietHours, coolDownMs, isAlsoInDigest } = timing;
  const named = wish.topicIds.length + wish.personIds.length + wish.agreementIds.length;
  return [
    'follow',
    ...(named === 0 ? ['topic:all'] : listed('topic', wish.topicIds)),
    ...listed('person', wish.personIds),
    ...listed('agreement', wish.agreementIds),
    ...(quietHours === null ? [] : [`quiet:${clockSpan(quietHours)}`]),
    ...(quietHours?.letsImportantThrough ? ['important:yes'] : []),
    ...(coolDownMs === 0 ? [] : [`cooldown:${delayText(coolDownMs)}`]),
    ...(isAlsoInDigest ? ['digest:yes'] : []),
    `zone:${wish.zone}`,
  ];
}

function listed(name: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${name}:${ids.join(',')}`];
}
