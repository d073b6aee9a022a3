import { addDays, type Day, spanOf } from './day.ts';
import type { Office, Person, SideId, Tenure } from './relationship.ts';

/** Offices that one person held with the same dates, as one line: "Deputy Prime Minister and Foreign Minister". */
export interface HeldTitle {
  readonly title: string;
  readonly side: SideId;
  readonly from: string | null;
  readonly to: string | null;
  readonly seen: readonly string[];
}

/** How sure the profile is that an office was held: dated, between two sightings, or near one. */
type Hold = 'dated' | 'seen' | 'near';

const HIGHEST_NAMED_RANK = 4;
const NEAR_DAYS = 31;
const FIRST_DAY: Day = '0000-01-01';
const LAST_DAY: Day = '9999-12-31';

/** Newest first; offices with identical dates on one side are joined in the order of their rank. */
export function titlesOf(person: Person, offices: readonly Office[]): readonly HeldTitle[] {
  const groups = new Map<string, { tenure: Tenure; held: Office[] }>();
  for (const tenure of person.tenures) {
    const office = offices.find(({ id }) => id === tenure.officeId);
    if (!office) continue;
    const key = JSON.stringify([office.side, tenure.from, tenure.to, tenure.seen]);
    const group = groups.get(key) ?? { tenure, held: [] };
    group.held.push(office);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => firstDayOf(b.tenure).localeCompare(firstDayOf(a.tenure)))
    .map(({ tenure, held }) => ({
      title: joinTitles(held),
      side: held[0]?.side ?? person.side,
      from: tenure.from,
      to: tenure.to,
      seen: tenure.seen,
    }));
}

/**
 * Titles of rank 4 and above held that day, joined; null when the profile does not know. Dated offices count before
 * sightings, and a lone sighting counts for a month around it.
 */
export function titleAt(person: Person, day: Day, offices: readonly Office[]): string | null {
  const named = offices.filter(({ rank }) => rank <= HIGHEST_NAMED_RANK);
  for (const hold of ['dated', 'seen', 'near'] as const) {
    const held = person.tenures
      .filter((tenure) => holdOn(tenure, day) === hold)
      .flatMap((tenure) => named.find(({ id }) => id === tenure.officeId) ?? []);
    if (held.length > 0) return joinTitles(held);
  }
  return null;
}

/** The people who held an office that day, the surest first; empty when the profile does not know. */
export function holdersOf(officeId: string, day: Day, people: readonly Person[]): readonly Person[] {
  for (const hold of ['dated', 'seen', 'near'] as const) {
    const holders = people.filter(({ tenures }) =>
      tenures.some((tenure) => tenure.officeId === officeId && holdOn(tenure, day) === hold),
    );
    if (holders.length > 0) return holders;
  }
  return [];
}

function holdOn(tenure: Tenure, day: Day): Hold | null {
  if (tenure.from !== null || tenure.to !== null) {
    const from = tenure.from === null ? seenFrom(tenure) : firstDay(tenure.from);
    return from <= day && day < leavingDay(tenure) ? 'dated' : null;
  }
  if (tenure.seen.length === 0) return null;
  const first = seenFrom(tenure);
  const last = seenTo(tenure);
  if (first <= day && day <= last) return 'seen';
  return addDays(first, -NEAR_DAYS) <= day && day <= addDays(last, NEAR_DAYS) ? 'near' : null;
}

function joinTitles(held: readonly Office[]): string {
  const titles = held.toSorted((a, b) => a.rank - b.rank).map(({ title }) => title);
  return [...new Set(titles)].join(' and ');
}

/** The first day on which the office is no longer held: a day-precise end is exclusive, a month or year is filled. */
function leavingDay({ to }: Tenure): Day {
  const span = to === null ? null : spanOf(to);
  if (!span) return LAST_DAY;
  return span.precision === 'day' ? span.toDay : addDays(span.toDay, 1);
}

function firstDayOf(tenure: Tenure): Day {
  if (tenure.from !== null) return firstDay(tenure.from);
  return tenure.seen.length > 0 ? seenFrom(tenure) : firstDay(tenure.to ?? '');
}

function firstDay(date: string): Day {
  return spanOf(date)?.fromDay ?? FIRST_DAY;
}

function seenFrom({ seen }: Tenure): Day {
  return seen.map(firstDay).sort()[0] ?? FIRST_DAY;
}

function seenTo({ seen }: Tenure): Day {
  return (
    seen
      .map((date) => spanOf(date)?.toDay ?? FIRST_DAY)
      .sort()
      .at(-1) ?? LAST_DAY
  );
}
