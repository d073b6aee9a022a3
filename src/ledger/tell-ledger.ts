import type { AgreementId, ArticleId } from '../domain/identity.ts';
import type { AgreementObservation, EventObservation, NewsEvent, Observation } from '../domain/ledger.ts';
import type { Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { reachOf } from './group-observations.ts';
import { isAgreement, mergeSteps } from './merge-agreements.ts';
import { mergeEvents } from './merge-events.ts';
import { observationsInReach } from './observations-in-reach.ts';
import { articlesIn, storiesOf } from './stories-of.ts';
import { withoutExaggeration } from './without-exaggeration.ts';

/** The observations of one key that may have to do with an article, before and after it was read. */
interface Change {
  readonly before: readonly Observation[];
  readonly after: readonly Observation[];
}

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
  for (const [key, near] of touched) before.set(key, await observationsInReach(key, near, store));
  await store.ledger.saveObservations(articleId, observations);
  for (const [key, near] of touched) {
    const was = before.get(key) ?? [];
    const now = near.filter((each) => observations.includes(each));
    const after = [...was.filter((each) => each.articleId !== articleId), ...now];
    await mergeKey({ before: was, after }, index, store);
  }
}

async function mergeKey(change: Change, index: ProfileIndex, store: Store): Promise<void> {
  const touched = [...change.before, ...change.after].find(isAgreement);
  if (touched === undefined) await mergeHappenings(change, index, store);
  else await mergeStatus(touched, change, store);
}

async function mergeHappenings({ before, after }: Change, index: ProfileIndex, store: Store): Promise<void> {
  const former = mergeEvents(before.filter(isEvent), index).map(({ id }) => id);
  const events = await withStories(mergeEvents(after.filter(isEvent), index), store);
  await store.ledger.replace({ events, agreements: [] }, former);
}

/** An agreement's steps of one status, which is part of the key. */
async function mergeStatus(
  { agreementId, name, kind, status }: AgreementObservation,
  { before, after }: Change,
  store: Store,
): Promise<void> {
  const reach = reachOf([...before, ...after], 0);
  if (reach === null) return;
  const steps = mergeSteps(await withoutExaggeration(after.filter(isAgreement), store));
  await store.ledger.replaceSteps(
    { id: agreementId as AgreementId, name, kind },
    { status, ...reach },
    steps,
  );
}

async function withStories(events: readonly NewsEvent[], store: Store): Promise<NewsEvent[]> {
  const homes = await store.stories.homesOf(articlesIn(events.flatMap(({ evidence }) => evidence)));
  return events.map((event) => ({ ...event, storyIds: storiesOf(event.evidence, homes) }));
}

function isEvent(observation: Observation): observation is EventObservation {
  return observation.about === 'event';
}
