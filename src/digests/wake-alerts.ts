import type { ArticleId, Instant } from '../domain/identity.ts';
import type { Observation } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';
import type { Interest } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';

/**
 * Lets the alerts be looked at that may want to tell of something in these articles. Whether one has anything new to
 * tell is found out when it is composed; here none must be missed. Called within a transaction.
 */
export async function wakeAlerts(
  articleIds: readonly ArticleId[],
  store: Store,
  now: Instant,
): Promise<void> {
  const alerts = await store.subscriptions.alerts();
  if (alerts.length === 0) return;
  const stories = await store.stories.ofArticles(articleIds);
  const observations: Observation[] = [];
  for (const id of articleIds) observations.push(...(await store.ledger.observationsOf(id)));
  const concerned = alerts.filter(
    (alert) =>
      stories.some((story) => mayWant(alert, story)) ||
      observations.some((observation) => mayWantEntry(alert, observation)),
  );
  await store.subscriptions.wake(
    concerned.map(({ id }) => id),
    now,
  );
}

export async function wakeAllAlerts({ subscriptions }: Store, now: Instant): Promise<void> {
  const alerts = await subscriptions.alerts();
  await subscriptions.wake(
    alerts.map(({ id }) => id),
    now,
  );
}

/** An agreement has the topics and people of all stories that tell of it, so that only its own id can rule it out. */
function mayWantEntry(interest: Interest, observation: Observation): boolean {
  if (observation.about === 'event') return mayWant(interest, observation);
  const { agreementIds } = interest;
  return agreementIds.length === 0 || agreementIds.some((id) => id === observation.agreementId);
}

function mayWant(
  { topicIds, personIds, agreementIds }: Interest,
  about: Pick<Story, 'topicIds' | 'personIds'>,
): boolean {
  return (
    agreementIds.length === 0 && touches(topicIds, about.topicIds) && touches(personIds, about.personIds)
  );
}

function touches(wanted: readonly string[], found: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((id) => found.includes(id));
}
