import type { ArticleId } from '../domain/identity.ts';
import {
  AGREEMENT_STATUSES,
  type Agreement,
  type AgreementObservation,
  type EventObservation,
  type NewsEvent,
  type Observation,
} from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';
import type { Store } from '../ports/store.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { reachOf } from './group-observations.ts';
import { agreementOf, mergeSteps, STEP_GAP_DAYS } from './merge-agreements.ts';
import { gapDaysOf, mergeEvents } from './merge-events.ts';

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
    const after = await withinReach(key, near, store);
    await mergeKey({ before: before.get(key) ?? [], after }, index, store);
  }
}

/** Observations of a key in every happening that the given ones may belong to. */
async function withinReach(
  key: string,
  near: readonly Observation[],
  store: Store,
): Promise<readonly Observation[]> {
  const gapDays = near[0]?.about === 'agreement' ? STEP_GAP_DAYS : gapDaysOf(near[0] as Observation);
  let found: readonly Observation[] = [];
  for (;;) {
    const reach = reachOf([...near, ...found], gapDays);
    if (reach === null) return [];
    const next = await store.ledger.observationsNear(key, reach.fromDay, reach.toDay);
    if (next.length === found.length) return next;
    found = next;
  }
}

async function mergeKey(
  { before, after }: { before: readonly Observation[]; after: readonly Observation[] },
  index: ProfileIndex,
  store: Store,
): Promise<void> {
  const gone = mergeEvents(before.filter(isEvent), index).map(({ id }) => id);
  const events = await withStories(mergeEvents(after.filter(isEvent), index), store);
  const agreement = await mergeAgreement(
    [...before, ...after].filter(isAgreement),
    after.filter(isAgreement),
    index,
    store,
  );
  await store.ledger.replace({ events, agreements: agreement === null ? [] : [agreement] }, gone);
}

async function withStories(events: readonly NewsEvent[], store: Store): Promise<NewsEvent[]> {
  const stories = await store.stories.ofArticles(
    events.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)),
  );
  return events.map((event) => ({ ...event, storyIds: storiesOf(event.evidence, stories) }));
}

async function mergeAgreement(
  touched: readonly AgreementObservation[],
  after: readonly AgreementObservation[],
  index: ProfileIndex,
  store: Store,
): Promise<Agreement | null> {
  const instrument = index.relationship.instruments.find(({ id }) => id === touched[0]?.agreementId);
  const reach = reachOf(touched, 0);
  if (instrument === undefined || reach === null) return null;
  const stories = await store.stories.ofArticles(after.map(({ articleId }) => articleId));
  const stored = (await store.ledger.getMany([instrument.id as Agreement['id']])).agreements[0];
  const elsewhere = (stored?.steps ?? []).filter(({ onDay }) => onDay < reach.fromDay || onDay > reach.toDay);
  const agreement = agreementOf(instrument, [
    ...elsewhere,
    ...mergeSteps(withoutExaggeration(after, stories)),
  ]);
  if (agreement === null) return null;
  const evidence = agreement.steps.flatMap((step) => step.evidence);
  const all = await store.stories.ofArticles(evidence.map(({ articleId }) => articleId));
  return { ...agreement, storyIds: storiesOf(evidence, all) };
}

/**
 * A rewrite cannot know more than its original: within one origin, no step beyond the furthest that the lead reports
 * counts. "Ready to sign" stays so even when a copy speaks of the signing.
 */
function withoutExaggeration(
  observations: readonly AgreementObservation[],
  stories: readonly Story[],
): AgreementObservation[] {
  const leads = new Map(
    stories.flatMap(({ origins }) =>
      origins.flatMap(({ leadId, articleIds }) =>
        articleIds.map((id): [ArticleId, ArticleId] => [id, leadId]),
      ),
    ),
  );
  const rank = ({ status }: AgreementObservation) => AGREEMENT_STATUSES.indexOf(status);
  return observations.filter((observation) => {
    const leadId = leads.get(observation.articleId) ?? observation.articleId;
    const told = observations.filter(({ articleId }) => articleId === leadId).map(rank);
    return leadId === observation.articleId || told.length === 0 || rank(observation) <= Math.max(...told);
  });
}

function storiesOf(evidence: readonly { articleId: ArticleId }[], stories: readonly Story[]): Story['id'][] {
  const articles = new Set(evidence.map(({ articleId }) => articleId));
  return stories
    .filter(({ articleIds }) => articleIds.some((id) => articles.has(id)))
    .map(({ id }) => id)
    .sort();
}

function isEvent(observation: Observation): observation is EventObservation {
  return observation.about === 'event';
}

function isAgreement(observation: Observation): observation is AgreementObservation {
  return observation.about === 'agreement';
}
