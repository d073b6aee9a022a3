import { type DaySpan, isoAtPrecision, spanOf, spansOverlap } from '../domain/day.ts';
import type { AgreementTold, Development } from '../domain/edition-plan.ts';
import {
  AGREEMENT_STATUSES,
  type Agreement,
  type AgreementStatus,
  type AgreementStep,
} from '../domain/ledger.ts';
import { daysLookedAt } from './days-looked-at.ts';
import type { Material, Section } from './edition-request.ts';
import { isWanted } from './is-wanted.ts';
import { citable, isNews, reportsOf } from './reports-of.ts';
import { agreementKey, agreementSubject } from './told-keys.ts';

type AgreementChange = Extract<Development, { kind: 'agreement' }>;

interface News {
  readonly agreement: Agreement;
  readonly steps: readonly AgreementStep[];
}

/** Agreements that took a step in the time looked at: those new to the reader, and those that went further since. */
export interface AgreementNews {
  readonly agreements: Section<AgreementTold>;
  readonly changes: Section<AgreementChange>;
}

/** Each with the furthest of its steps; the surest first. */
export function agreementNews(material: Material): AgreementNews {
  const days = daysLookedAt(material.request);
  const news = material.snapshot.agreements.map((agreement) => newsOf(agreement, days, material));
  const judged = news
    .flatMap(({ agreement, steps }) => {
      const step = steps.at(-1);
      if (step === undefined) return [];
      const shown = { ...step, evidence: citable(step.evidence, material) };
      return [{ agreement, step: shown, steps, was: furthestTold(agreement, material) }];
    })
    .toSorted(byWeight);
  const fresh = judged.filter(({ was }) => was === null);
  const changed = judged.filter(({ was, step }) => was !== null && isFurther(step.status, was));
  return {
    agreements: {
      rows: fresh.map(({ agreement, step, was }) => ({ agreement, step, was })),
      told: fresh.flatMap(keysOf),
    },
    changes: {
      rows: changed.flatMap(({ agreement, step, was }) =>
        was === null ? [] : [{ kind: 'agreement' as const, told: { agreement, step, was }, was }],
      ),
      told: changed.flatMap(keysOf),
    },
  };
}

/** The steps that are news; that an agreement was merely mentioned again is none. */
function newsOf(agreement: Agreement, days: DaySpan, material: Material): News {
  const steps = agreement.steps.filter(({ status, onDay, precision, evidence }) => {
    const span = precision === 'year' ? null : spanOf(isoAtPrecision(onDay, precision));
    const isWithin = status !== 'mentioned' && span !== null && spansOverlap(span, days);
    return isWithin && isNews(reportsOf(evidence, material), material.request);
  });
  return {
    agreement,
    steps:
      steps.length > 0 && isWanted(material.snapshot.subjectOf.ofAgreement(agreement), material.request)
        ? steps
        : [],
  };
}

function furthestTold(agreement: Agreement, { told }: Material): AgreementStatus | null {
  const facts = told.of(agreementSubject(agreement));
  return AGREEMENT_STATUSES.findLast((status) => facts.includes(status)) ?? null;
}

function isFurther(status: AgreementStatus, than: AgreementStatus): boolean {
  return AGREEMENT_STATUSES.indexOf(status) > AGREEMENT_STATUSES.indexOf(than);
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
