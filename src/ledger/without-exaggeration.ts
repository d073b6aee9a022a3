import type { ArticleId } from '../domain/identity.ts';
import { AGREEMENT_STATUSES, type AgreementObservation } from '../domain/ledger.ts';
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
  const kept: AgreementObservation[] = [];
  for (const observation of observations) {
    const leadId = leads.get(observation.articleId) ?? observation.articleId;
    const told = leadId === observation.articleId ? [] : await store.ledger.observationsOf(leadId);
    const ranks = told
      .filter(isAgreement)
      .flatMap((each) => (each.key === observation.key ? rankOf(each) : []));
    if (ranks.length === 0 || rankOf(observation) <= Math.max(...ranks)) kept.push(observation);
  }
  return kept;
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
