import type { Publication } from '../domain/article.ts';
import { addDays, type Day, dayOf, spanOf, spansOverlap, startOfDay, weekdayOf } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';
import type { Tenure } from '../domain/relationship.ts';
import type { Mention, Sentence } from '../domain/understanding.ts';
import type { DateExpression } from '../language/dates.ts';
import { resolveDate } from '../language/resolve-date.ts';
import type { CueHit } from './cues.ts';
import type { ProfileIndex } from './profile-index.ts';

export interface UndatedArticle {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly expressions: readonly DateExpression[];
  readonly mentions: readonly Mention[];
  readonly cues: readonly CueHit[];
}

/** A person whom the text calls by an office; `isFormer` when it says "then" or "former". */
interface TitledPerson {
  readonly personId: string;
  readonly officeId: string;
  readonly isFormer: boolean;
  /** A dated word in the same sentence, at which a former holder still held the office. */
  readonly expression: DateExpression | null;
}

const NOON_MS = 12 * 3_600_000;
const OFFICE_REACH = 60;
const FORMER_REACH = 25;
/** "34th anniversary", "34-летие", "34. Jahrestag", "34 жылдығы", "34ویں سالگرہ". */
const ANNIVERSARY =
  /(\d{1,3})\s*(?:st|nd|rd|th|\.|-?я|-?ю|-?й|ویں)?[\s-]*(?:anniversary|jahrestag|jubiläum|летие|летия|летию|летием|годовщин\p{L}*|жылдығ\p{L}*|سالگرہ)/giu;

const UNKNOWN: Publication = { at: null, certainty: 'unknown', reason: 'no date found' };

/**
 * When an article that does not say so was published: the latest year, up to `now`, in which its first dated day fits
 * what it says of weekdays, anniversaries of the relations and who held which office. An article about a day to come is
 * put on the eve of that day.
 */
export function inferPublication(article: UndatedArticle, index: ProfileIndex, now: Instant): Publication {
  const main = article.expressions.find(({ day, month }) => day !== null && month !== null);
  if (main === undefined) return UNKNOWN;
  if (main.year !== null) return inferred(dayIn(main.year, main), 'the first full date in the text');
  const isAhead = article.cues.some(
    ({ cue, start }) => cue === 'future' && sharesSentence(article.sentences, start, main.start),
  );
  const people = titledPeople(article, index);
  const today = dayOf(now);
  const established = Number(index.relationship.establishedOn.slice(0, 4));
  for (let year = Number(today.slice(0, 4)); year >= established; year -= 1) {
    const eventDay = dayIn(year, main);
    if (eventDay === null) continue;
    const day = isAhead ? addDays(eventDay, -1) : eventDay;
    if (day > today || !fitsWeekday(eventDay, main) || !fitsAnniversary(article.text, year, established))
      continue;
    if (people.every((person) => fitsOffice(person, day, index))) {
      return inferred(day, 'the day named, offices, weekdays and anniversaries');
    }
  }
  return UNKNOWN;
}

function inferred(day: Day | null, reason: string): Publication {
  return day === null ? UNKNOWN : { at: startOfDay(day) + NOON_MS, certainty: 'inferred', reason };
}

function dayIn(year: number, { day, month }: DateExpression): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return spanOf(text)?.precision === 'day' ? text : null;
}

function fitsWeekday(day: Day, { weekday }: DateExpression): boolean {
  return weekday === null || weekdayOf(day) === weekday;
}

function fitsAnniversary(text: string, year: number, established: number): boolean {
  const years = [...text.matchAll(ANNIVERSARY)].map((match) => Number(match[1]));
  const ofRelations = years.filter((count) => count > 20 && count < 60);
  return ofRelations.every((count) => Math.abs(established + count - year) <= (count === 35 ? 1 : 0));
}

function sharesSentence(sentences: readonly Sentence[], one: number, two: number): boolean {
  return sentences.some(({ start, end }) => one >= start && one < end && two >= start && two < end);
}

function titledPeople(
  { mentions, cues, sentences, expressions }: UndatedArticle,
  index: ProfileIndex,
): TitledPerson[] {
  return mentions
    .filter(({ kind }) => kind === 'office')
    .flatMap((office) => {
      const holder = mentions
        .filter(({ kind, entityId }) => kind === 'person' && hasHeld(entityId, office.entityId, index))
        .find((person) => isBeside(person, office) && sharesSentence(sentences, person.start, office.start));
      if (holder === undefined) return [];
      const isFormer = cues.some(
        ({ cue, start, end }) =>
          cue === 'former' && start <= office.start && office.start - end <= FORMER_REACH,
      );
      const expression =
        expressions.find(({ start }) => sharesSentence(sentences, start, office.start)) ?? null;
      return [{ personId: holder.entityId, officeId: office.entityId, isFormer, expression }];
    });
}

function isBeside(person: Mention, office: Mention): boolean {
  const distance = person.start >= office.end ? person.start - office.end : office.start - person.end;
  return distance <= OFFICE_REACH;
}

function hasHeld(personId: string, officeId: string, index: ProfileIndex): boolean {
  return (index.people.get(personId)?.tenures ?? []).some((tenure) => tenure.officeId === officeId);
}

function fitsOffice(
  { personId, officeId, isFormer, expression }: TitledPerson,
  day: Day,
  index: ProfileIndex,
): boolean {
  const tenures = (index.people.get(personId)?.tenures ?? []).filter(
    (tenure) => tenure.officeId === officeId,
  );
  const holds = tenures.some((tenure) => mayHold(tenure, day));
  if (!isFormer) return holds;
  const then = expression === null ? null : resolveDate(expression, day);
  const heldThen = then === null || tenures.some((tenure) => spansOverlap(then, spanOfTenure(tenure)));
  return heldThen && !tenures.every((tenure) => mayHold(tenure, day));
}

/** False only when the profile's dates rule it out; an office only seen held on some days rules nothing out nearby. */
function mayHold(tenure: Tenure, day: Day): boolean {
  const { fromDay, toDay } = spanOfTenure(tenure);
  return fromDay <= day && day <= toDay;
}

const SEEN_REACH_DAYS = 365;

function spanOfTenure({ from, to, seen }: Tenure): { fromDay: Day; toDay: Day; precision: 'day' } {
  const days = seen.flatMap((date) => spanOf(date) ?? []);
  const first = days.map(({ fromDay }) => fromDay).sort()[0];
  const last = days
    .map(({ toDay }) => toDay)
    .sort()
    .at(-1);
  return {
    fromDay:
      spanOf(from ?? '')?.fromDay ?? (first === undefined ? '0000-01-01' : addDays(first, -SEEN_REACH_DAYS)),
    toDay: spanOf(to ?? '')?.toDay ?? (last === undefined ? '9999-12-31' : addDays(last, SEEN_REACH_DAYS)),
    precision: 'day',
  };
}
