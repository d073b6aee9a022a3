import { addDays, type Day, isDay, spanOf } from './day.ts';
import type { Person, Relationship, Tenure } from './relationship.ts';

interface Holding {
  readonly personId: string;
  readonly path: readonly (string | number)[];
  readonly stretches: readonly Stretch[];
}

/** Days on which somebody surely held an office; `untilDay` is exclusive, null means still. */
interface Stretch {
  readonly fromDay: Day;
  readonly untilDay: Day | null;
}

/** Two people in an office that has one holder at a time. A month that ends one tenure may begin the next. */
export function overlappingHolders(
  relationship: Relationship,
): { path: readonly (string | number)[]; message: string }[] {
  const single = relationship.offices.filter(({ isSingle }) => isSingle);
  return single.flatMap(({ id: officeId }) => {
    const holdings = relationship.people.flatMap((person, index) => holdingsOf(person, index, officeId));
    return holdings.flatMap((later, index) =>
      holdings
        .slice(0, index)
        .filter((earlier) => earlier.personId !== later.personId && doOverlap(earlier, later))
        .map((earlier) => ({
          path: later.path,
          message: `${earlier.personId} and ${later.personId} hold ${officeId} at the same time`,
        })),
    );
  });
}

function holdingsOf(person: Person, personIndex: number, officeId: string): Holding[] {
  return person.tenures.flatMap((tenure, index) =>
    tenure.officeId === officeId
      ? [
          {
            personId: person.id,
            path: ['people', personIndex, 'tenures', index],
            stretches: [...boundedStretch(tenure), ...tenure.seen.flatMap(seenStretch)],
          },
        ]
      : [],
  );
}

/** The shortest reading of inexact bounds: from the end of the month of entering to the beginning of that of leaving. */
function boundedStretch({ from, to }: Tenure): Stretch[] {
  const entered = from === null ? null : spanOf(from);
  if (entered === null) return [];
  const left = to === null ? null : spanOf(to);
  const untilDay = left?.fromDay ?? null;
  return isBefore(entered.toDay, untilDay) ? [{ fromDay: entered.toDay, untilDay }] : [];
}

function seenStretch(date: string): Stretch[] {
  return isDay(date) ? [{ fromDay: date, untilDay: addDays(date, 1) }] : [];
}

function doOverlap(a: Holding, b: Holding): boolean {
  return a.stretches.some((one) =>
    b.stretches.some(
      (other) => isBefore(one.fromDay, other.untilDay) && isBefore(other.fromDay, one.untilDay),
    ),
  );
}

function isBefore(day: Day, untilDay: Day | null): boolean {
  return untilDay === null || day < untilDay;
}
