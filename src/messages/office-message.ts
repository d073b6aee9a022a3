import { type DaySpan, isoAtPrecision } from '../domain/day.ts';
import type { Block, Inlines, Message } from '../domain/message.ts';
import { holdersOf } from '../domain/offices.ts';
import type { Office, Person, Tenure } from '../domain/relationship.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { bold, italic, text } from './inline.ts';
import type { Reader } from './reader.ts';
import { showDate, showTenure } from './show-span.ts';
import { wordsIn } from './words-in.ts';

/** Who held an office, newest first; with a date only those who held it then. */
export function officeMessage(offices: readonly Office[], at: DaySpan | null, reader: Reader): Message {
  const blocks = offices.flatMap((office) => officeBlocks(office, at, reader));
  return { blocks: [...blocks, paragraph([italic(wordsIn(reader.language).who.fromProfile)])] };
}

function officeBlocks(office: Office, at: DaySpan | null, reader: Reader): Block[] {
  const words = wordsIn(reader.language);
  const name = `${office.title}, ${office.side}`;
  const date = at === null ? null : showDate(isoAtPrecision(at.fromDay, at.precision), words);
  const people = at === null ? reader.relationship.people : holdersDuring(office.id, at, reader);
  const lines = people
    .flatMap((person) => tenuresOf(person, office.id).map((tenure) => ({ person, tenure })))
    .filter(({ tenure }) => at === null || touches(tenure, at))
    .toSorted((a, b) => latestDate(b.tenure).localeCompare(latestDate(a.tenure)))
    .map(({ person, tenure }) => holderLine(person, tenure, reader));
  const title = heading(date === null ? words.who.holders(name) : words.who.holder(name, date));
  if (lines.length > 0) return [title, bullets(lines)];
  return [title, paragraph(words.who.noHolder(name, date ?? ''))];
}

function holdersDuring(
  officeId: string,
  { fromDay, toDay }: DaySpan,
  { relationship }: Reader,
): readonly Person[] {
  const { people } = relationship;
  return [...new Set([...holdersOf(officeId, fromDay, people), ...holdersOf(officeId, toDay, people)])];
}

function holderLine(person: Person, tenure: Tenure, { language }: Reader): Inlines {
  const dates = showTenure(tenure, wordsIn(language));
  return [bold(person.name), text(dates === '' ? '' : ` · ${dates}`)];
}

function tenuresOf({ tenures }: Person, officeId: string): readonly Tenure[] {
  return tenures.filter((tenure) => tenure.officeId === officeId);
}

/** A tenure without bounds stays: a sighting told that it is the right one. */
function touches({ from, to }: Tenure, { fromDay, toDay }: DaySpan): boolean {
  return (from === null || from <= toDay) && (to === null || to >= fromDay.slice(0, to.length));
}

function latestDate({ from, to, seen }: Tenure): string {
  if (to === null && from !== null) return '9999';
  return to ?? seen.toSorted().at(-1) ?? '';
}
