import type { Evidence } from '../domain/article.ts';
import type { ArticleId, StoryId } from '../domain/identity.ts';
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

/** The observations of one key that may have to do with an article, before and after it was read. */
interface Change {
  readonly before: readonly Observation[];
  readonly after: readonly Observation[];
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

async function mergeKey({ before, after }: Change, index: ProfileIndex, store: Store): Promise<void> {
  const former = mergeEvents(before.filter(isEvent), index).map(({ id }) => id);
  const events = await withStories(mergeEvents(after.filter(isEvent), index), store);
  const { agreements, gone } = await mergeAgreement({ before, after }, index, store);
  if (former.length + events.length + agreements.length + gone.length === 0) return;
  await store.ledger.replace({ events, agreements }, [...former, ...gone]);
}

async function withStories(events: readonly NewsEvent[], store: Store): Promise<NewsEvent[]> {
  const homes = await store.stories.homesOf(articlesIn(events.flatMap(({ evidence }) => evidence)));
  return events.map((event) => ({ ...event, storyIds: storiesOf(event.evidence, homes) }));
}

/** Nothing when the agreement stays as it is stored: most articles only mention again what is known. */
async function mergeAgreement({ before, after }: Change, index: ProfileIndex, store: Store) {
  const touched = [...before, ...after].filter(isAgreement);
  const instrument = index.relationship.instruments.find(({ id }) => id === touched[0]?.agreementId);
  const reach = reachOf(touched, 0);
  if (instrument === undefined || reach === null) return { agreements: [], gone: [] };
  const told = after.filter(isAgreement);
  const stories = await store.stories.ofArticles(told.map(({ articleId }) => articleId));
  const stored = (await store.ledger.getMany([instrument.id as Agreement['id']])).agreements[0];
  const elsewhere = (stored?.steps ?? []).filter(({ onDay }) => onDay < reach.fromDay || onDay > reach.toDay);
  const steps = [...elsewhere, ...mergeSteps(withoutExaggeration(told, stories))];
  const agreement = agreementOf(instrument, steps);
  if (agreement === null) return { agreements: [], gone: [instrument.id] };
  const evidence = agreement.steps.flatMap((step) => step.evidence);
  const homes = await store.stories.homesOf(articlesIn(evidence));
  const current = { ...agreement, storyIds: storiesOf(evidence, homes) };
  const isChanged = JSON.stringify(current) !== JSON.stringify(stored);
  return { agreements: isChanged ? [current] : [], gone: [] };
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

function storiesOf(evidence: readonly Evidence[], homes: ReadonlyMap<ArticleId, StoryId>): StoryId[] {
  return [...new Set(evidence.flatMap(({ articleId }) => homes.get(articleId) ?? []))].sort();
}

function articlesIn(evidence: readonly Evidence[]): ArticleId[] {
  return [...new Set(evidence.map(({ articleId }) => articleId))];
}

function isEvent(observation: Observation): observation is EventObservation {
  return observation.about === 'event';
}

function isAgreement(observation: Observation): observation is AgreementObservation {
  return observation.about === 'agreement';
}
