import { addDays, type Day, dayOf, isDay } from '../domain/day.ts';
import type { AheadTold } from '../domain/edition-plan.ts';
import type { NewsEvent } from '../domain/ledger.ts';
import type { Anniversary } from '../domain/relationship.ts';
import { allPages } from './all-pages.ts';
import { articlesOf, articlesTelling } from './dated-events.ts';
import type { DigestPorts, EditionRequest, Section } from './edition-request.ts';
import { isParticular, isWanted, subjectOfEvent } from './is-wanted.ts';
import { toldBefore } from './told-before.ts';
import { aheadEventKey, anniversaryKey } from './told-keys.ts';

const DAYS_AHEAD = 14;

/** Announced events and anniversaries of the next days, the nearest first, without those in `shown`. */
export async function lookAhead(
  request: EditionRequest,
  shown: readonly NewsEvent[],
  ports: DigestPorts,
): Promise<Section<readonly AheadTold[]>> {
  const fromDay = dayOf(request.period.toAt - 1, request.period.zone);
  const toDay = addDays(fromDay, DAYS_AHEAD);
  const shownIds = new Set(shown.map(({ id }) => id));
  const between = await announcedBetween(fromDay, toDay, ports);
  const articles = await articlesTelling(between, ports);
  const announced = between.filter((event) => {
    const own = articlesOf(event).flatMap((id) => articles.get(id) ?? []);
    return !shownIds.has(event.id) && isWanted(subjectOfEvent(event, own, ports.relationship), request);
  });
  const rows: AheadTold[] = [
    ...announced.map((event): AheadTold => ({ kind: 'event', day: event.fromDay, event })),
    ...anniversariesBetween(fromDay, toDay, request, ports),
  ];
  const known = await toldBefore(rows.map(keyOf), request, ports);
  const fresh = rows.filter((row) => !known.has(keyOf(row))).sort((a, b) => a.day.localeCompare(b.day));
  return {
    rows: fresh,
    articleIds: fresh.flatMap((row) => (row.kind === 'event' ? articlesOf(row.event) : [])),
    told: fresh.map(keyOf),
  };
}

async function announcedBetween(
  fromDay: Day,
  toDay: Day,
  { store }: DigestPorts,
): Promise<readonly NewsEvent[]> {
  const events = await allPages((window) => store.ledger.events({ fromDay, toDay }, window, 'oldest'));
  return events.filter(
    (event) => event.status === 'announced' && event.precision === 'day' && event.fromDay >= fromDay,
  );
}

/** Whoever asked for something in particular did not ask for anniversaries. */
function anniversariesBetween(
  fromDay: Day,
  toDay: Day,
  { interest }: EditionRequest,
  { relationship }: DigestPorts,
): readonly AheadTold[] {
  if (isParticular(interest)) return [];
  return relationship.anniversaries.flatMap((anniversary) => {
    const day = nextReturn(anniversary, fromDay);
    const years = Number(day.slice(0, 4)) - Number(anniversary.on.slice(0, 4));
    return day <= toDay && years > 0 ? [{ kind: 'anniversary', day, anniversary, years }] : [];
  });
}

/** 29 February is kept on 28 February in other years. */
function nextReturn({ on }: Anniversary, fromDay: Day): Day {
  const inYear = (year: number): Day => {
    const day = `${year}${on.slice(4)}`;
    return isDay(day) ? day : `${year}-02-28`;
  };
  const year = Number(fromDay.slice(0, 4));
  const thisYear = inYear(year);
  return thisYear >= fromDay ? thisYear : inYear(year + 1);
}

function keyOf(row: AheadTold): string {
  return row.kind === 'event' ? aheadEventKey(row.event) : anniversaryKey(row.anniversary.id, row.day);
}
