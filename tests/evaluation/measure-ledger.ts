import { addDays, type DaySpan, spanOf, spansOverlap } from '../../src/domain/day.ts';
import type { NewsEvent } from '../../src/domain/ledger.ts';
import { setScore } from './b-cubed.ts';
import type { Gold } from './gold.ts';
import type { Samples } from './read-samples.ts';
import { P_R_F1, type Row, showCount, showScore, showShare } from './table.ts';

type GoldEvent = Gold['events'][number];

const KINDS: readonly string[] = ['visit', 'meeting', 'call'];
const ALL = { limit: 10_000, offset: 0 };
const EVENT_DAYS = 1;
const STEP_DAYS = 3;

/** Events and agreements against what a careful reader would have entered. */
export async function measureLedger({ gold, store }: Samples): Promise<Row[]> {
  const truth = gold.events.filter(({ kind }) => KINDS.includes(kind));
  const found = (await store.ledger.events({}, ALL)).rows.filter(({ kind }) => KINDS.includes(kind));
  const right = found.filter((event) => truth.some((one) => isSame(one, event)));
  const reached = truth.filter((one) => found.some((event) => isSame(one, event)));
  const precision = found.length === 0 ? 1 : right.length / found.length;
  const recall = reached.length / truth.length;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const all = [precision, recall, f1].map(showShare).join(' / ');
  const measure = `who with whom, day ± ${EVENT_DAYS}, ${P_R_F1}`;
  return [{ what: 'Visits, meetings, calls', measure, all }, ...(await measureAgreements({ gold, store }))];
}

async function measureAgreements({ gold, store }: Pick<Samples, 'gold' | 'store'>): Promise<Row[]> {
  const { rows } = await store.ledger.agreements({}, ALL);
  const found = rows.flatMap(({ id, steps }) => steps.map((step) => ({ ...step, id: String(id) })));
  const truth = gold.agreements.flatMap(({ id, steps }) => steps.map((step) => ({ ...step, id })));
  const named = (steps: readonly { id: string; status: string }[]) =>
    new Set(steps.map(({ id, status }) => `${id} ${status}`));
  const near = (one: (typeof truth)[number], step: (typeof found)[number]) =>
    one.id === step.id &&
    one.status === step.status &&
    isNear(spanOf(one.on), daySpan(step.onDay), STEP_DAYS);
  const right = found.filter((step) => truth.some((one) => near(one, step))).length;
  const reached = truth.filter((one) => found.some((step) => near(one, step))).length;
  const current = gold.agreements.filter(({ id, status }) =>
    rows.some((agreement) => String(agreement.id) === id && agreement.status === status),
  ).length;
  return [
    {
      what: 'Agreement steps',
      measure: `which step, ${P_R_F1}`,
      all: showScore(setScore(named(truth), named(found))),
    },
    {
      what: 'Agreement steps',
      measure: `which step, day ± ${STEP_DAYS}, P / R`,
      all: `${showShare(right / Math.max(1, found.length))} / ${showShare(reached / truth.length)}`,
    },
    { what: 'Agreements', measure: 'status now is right', all: showCount(current, gold.agreements.length) },
  ];
}

/** One kind, near in time, and the same people: for a visit the visitor, else two of those who took part. */
function isSame(truth: GoldEvent, event: NewsEvent): boolean {
  if (truth.kind !== event.kind || !isNear(spanOfGold(truth), event, EVENT_DAYS)) return false;
  const people = event.participants.map(({ id }) => id);
  if (truth.kind === 'visit') return truth.participants[0] === people[0];
  return people.filter((id) => truth.participants.includes(id)).length >= 2;
}

function spanOfGold({ from, to }: GoldEvent): DaySpan | null {
  const [first, last] = [spanOf(from), spanOf(to ?? from)];
  return first === null || last === null ? null : { ...first, toDay: last.toDay };
}

function isNear(truth: DaySpan | null, found: DaySpan, days: number): boolean {
  if (truth === null) return false;
  return spansOverlap(
    { ...truth, fromDay: addDays(truth.fromDay, -days), toDay: addDays(truth.toDay, days) },
    found,
  );
}

function daySpan(day: string): DaySpan {
  return { fromDay: day, toDay: day, precision: 'day' };
}
