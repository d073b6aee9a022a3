import type { ArticleId } from '../domain/identity.ts';
import type { EventObservation, NewsEvent, Observation } from '../domain/ledger.ts';
import type { Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { agreementAfter, type LedgerChange } from './agreement-after.ts';
import { reachOf } from './group-observations.ts';
import { STEP_GAP_DAYS } from './merge-agreements.ts';
import { gapDaysOf, mergeEvents } from './merge-events.ts';
import { articlesIn, storiesOf } from './stories-of.ts';

/**
 * Brings the ledger up to date after an article's observations changed: for each key it touches, the happenings within
 * reach are merged anew and put in the place of the former ones. Work is bounded by what lies near in time.
 */
export async function tellLedger(
  articleId: ArticleId,
  observations: readonly Observation[],
  index: ProfileIndex,
  store: Store,
): Promise<void> {
  const formerly = await store.ledger.observationsOf(articleId);
  const keys = [...new Set([...formerly, ...observations].map(({ key }) => key))].sort();
  const touched = new Map(
    keys.map((key) => [key, [...formerly, ...observations].filter((each) => each.key === key)]),
  );
  const before = new Map<string, readonly Observation[]>();
  for (const [key, near] of touched) before.set(key, await withinReach(key, near, store));
  await store.ledger.saveObservations(articleId, observations);
  for (const [key, near] of touched) {
    const was = before.get(key) ?? [];
    const now = near.filter((each) => observations.includes(each));
    const after = [...was.filter((each) => each.articleId !== articleId), ...now];
    await mergeKey({ before: was, after }, index, store);
  }
}

/** Observations of a key in every happening that the given ones may belong to. */
async function withinReach(
  key: string,
  near: readonly Observation[],
  store: Store,
): Promise<readonly Observation[]> {
  const gapDays = near[0]?.about === 'agreement' ? STEP_GAP_DAYS : gapDaysOf(near[0] as Observation);
  let reach = reachOf(near, gapDays);
  while (reach !== null) {
    const found = await store.ledger.observationsNear(key, reach.fromDay, reach.toDay);
    const wider = reachOf([...near, ...found], gapDays);
    if (wider === null || (wider.fromDay === reach.fromDay && wider.toDay === reach.toDay)) return found;
    reach = wider;
  }
  return [];
}

async function mergeKey({ before, after }: LedgerChange, index: ProfileIndex, store: Store): Promise<void> {
  const former = mergeEvents(before.filter(isEvent), index).map(({ id }) => id);
  const events = await withStories(mergeEvents(after.filter(isEvent), index), store);
  const { agreements, gone } = await agreementAfter({ before, after }, index, store);
  if (former.length + events.length + agreements.length + gone.length === 0) return;
  await store.ledger.replace({ events, agreements }, [...former, ...gone]);
}

async function withStories(events: readonly NewsEvent[], store: Store): Promise<NewsEvent[]> {
  const homes = await store.stories.homesOf(articlesIn(events.flatMap(({ evidence }) => evidence)));
  return events.map((event) => ({ ...event, storyIds: storiesOf(event.evidence, homes) }));
}

function isEvent(observation: Observation): observation is EventObservation {
  return observation.about === 'event';
}
