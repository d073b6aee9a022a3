import { isoAtPrecision, spanOf, spansOverlap } from '../domain/day.ts';
import type { AgreementTold, Shown } from '../domain/edition-plan.ts';
import type { ArticleId } from '../domain/identity.ts';
import { AGREEMENT_STATUSES, type Agreement, type AgreementStep } from '../domain/ledger.ts';
import { allPages } from './all-pages.ts';
import { daysLookedAt } from './days-looked-at.ts';
import type { DigestPorts, EditionRequest, Section } from './edition-request.ts';
import { isNewsAmong } from './is-news-among.ts';
import { isWanted, subjectOfAgreement } from './is-wanted.ts';
import { toldBefore } from './told-before.ts';
import { agreementKey } from './told-keys.ts';

const MOST_AGREEMENTS = 12;

interface News {
  readonly agreement: Agreement;
  readonly steps: readonly AgreementStep[];
}

/** The agreements that took a step within the days looked at, each with the furthest of them; the surest first. */
export async function agreementSteps(
  request: EditionRequest,
  ports: DigestPorts,
): Promise<Section<Shown<AgreementTold>>> {
  const agreements = await allPages((window) => ports.store.ledger.agreements({}, window));
  const dated = agreements.map((agreement) => ({ agreement, steps: stepsWithin(agreement, request) }));
  const wanted = await wantedOf(await newsOf(dated, request, ports), request, ports);
  const known = await toldBefore(wanted.flatMap(keysOf), request, ports);
  const fresh = wanted.flatMap(({ agreement, steps }) => {
    const news = steps.filter(({ status }) => !known.has(agreementKey(agreement, status)));
    const step = news.at(-1);
    return step === undefined ? [] : [{ agreement, step, steps: news }];
  });
  fresh.sort(byWeight);
  const rows = fresh.slice(0, MOST_AGREEMENTS).map(({ agreement, step }) => ({ agreement, step }));
  return {
    rows: { rows, total: fresh.length },
    articleIds: rows.flatMap(({ step }) => step.evidence.map(({ articleId }) => articleId)),
    told: fresh.flatMap(keysOf),
  };
}

/** That an agreement was merely mentioned again is no news. */
function stepsWithin({ steps }: Agreement, request: EditionRequest): readonly AgreementStep[] {
  const days = daysLookedAt(request);
  return steps.filter(({ status, onDay, precision }) => {
    const span = precision === 'year' ? null : spanOf(isoAtPrecision(onDay, precision));
    return status !== 'mentioned' && span !== null && spansOverlap(span, days);
  });
}

/** Those that took a step of which more than backlog tells, with these steps. */
async function newsOf(
  dated: readonly News[],
  request: EditionRequest,
  ports: DigestPorts,
): Promise<readonly News[]> {
  const evidence = dated.flatMap(({ steps }) => steps.flatMap((step) => step.evidence));
  const isNews = await isNewsAmong(
    evidence.map(({ articleId }) => articleId),
    request,
    ports,
  );
  return dated
    .map(({ agreement, steps }) => ({ agreement, steps: steps.filter((step) => isNews(step.evidence)) }))
    .filter(({ steps }) => steps.length > 0);
}

async function wantedOf(
  news: readonly News[],
  request: EditionRequest,
  { store, relationship }: DigestPorts,
): Promise<readonly News[]> {
  const ids = [...new Set(news.flatMap(({ agreement }) => articlesOf(agreement)))];
  const stories = await store.stories.ofArticles(ids);
  const articles = await store.articles.getMany(ids);
  return news.filter(({ agreement }) => {
    const own = new Set(articlesOf(agreement));
    const told = {
      stories: stories.filter(({ articleIds }) => articleIds.some((id) => own.has(id))),
      articles: articles.filter(({ id }) => own.has(id)),
    };
    return isWanted(subjectOfAgreement(agreement.id, told, relationship), request);
  });
}

function articlesOf({ steps }: Agreement): readonly ArticleId[] {
  return steps.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId));
}

/** What is signed before what is hoped for; then what most sources tell of. */
function byWeight(a: AgreementTold, b: AgreementTold): number {
  const progress = ({ step }: AgreementTold) => AGREEMENT_STATUSES.indexOf(step.status);
  return (
    progress(b) - progress(a) ||
    b.step.evidence.length - a.step.evidence.length ||
    (a.agreement.id < b.agreement.id ? -1 : 1)
  );
}

function keysOf({ agreement, steps }: News): readonly string[] {
  return steps.map(({ status }) => agreementKey(agreement, status));
}
