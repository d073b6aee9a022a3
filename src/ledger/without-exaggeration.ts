import type { ArticleId } from '../domain/identity.ts';
import { AGREEMENT_STATUSES, type AgreementObservation, type Observation } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';
import type { Store } from '../ports/store.ts';
import { isAgreement } from './merge-agreements.ts';
import { articlesIn } from './stories-of.ts';

/**
 * A rewrite cannot know more than its original: within one origin, no step beyond the furthest that the lead reports
 * counts, wherever in time it puts it. "Ready to sign" stays so even when a copy speaks of the signing.
 */
export async function withoutExaggeration(
  observations: readonly AgreementObservation[],
  store: Store,
): Promise<AgreementObservation[]> {
  const stories = await store.stories.ofArticles(articlesIn(observations));
  const leads = leadsOf(stories);
  const copies = observations.filter(({ articleId }) => (leads.get(articleId) ?? articleId) !== articleId);
  const told = new Map<ArticleId, readonly Observation[]>();
  for (const leadId of new Set(copies.flatMap(({ articleId }) => leads.get(articleId) ?? []))) {
    told.set(leadId, await store.ledger.observationsOf(leadId));
  }
  return observations.filter((observation) => {
    if (!copies.includes(observation)) return true;
    const ranks = (told.get(leads.get(observation.articleId) ?? observation.articleId) ?? [])
      .filter(isAgreement)
      .flatMap((each) => (each.agreementId === observation.agreementId ? rankOf(each) : []));
    return ranks.length === 0 || rankOf(observation) <= Math.max(...ranks);
  });
}

function leadsOf(stories: readonly Story[]): ReadonlyMap<ArticleId, ArticleId> {
  return new Map(
    stories.flatMap(({ origins }) =>
      origins.flatMap(({ leadId, articleIds }) =>
        articleIds.map((id): [ArticleId, ArticleId] => [id, leadId]),
      ),
    ),
  );
}

function rankOf({ status }: AgreementObservation): number {
  return AGREEMENT_STATUSES.indexOf(status);
}
