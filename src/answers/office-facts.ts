import type { Evidence } from '../domain/article.ts';
import { type Day, dayOf } from '../domain/day.ts';
import type { Instant, KnownLanguage } from '../domain/identity.ts';
import { type HeldTitle, holdersOf, titlesOf } from '../domain/offices.ts';
import type { Office, Person, Relationship, Tenure } from '../domain/relationship.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { Store } from '../ports/store.ts';
import type { Question } from './read-question.ts';

/** Who held an office on a day: from the profile, and from a stored sentence that names both, when there is one. */
export interface OfficeFact {
  readonly kind: 'office';
  readonly person: Person;
  readonly held: HeldTitle;
  readonly onDay: Day;
  readonly evidence: Evidence | null;
}

interface OfficePorts {
  readonly store: Store;
  readonly relationship: Relationship;
  readonly language: KnownLanguage;
  readonly now: Instant;
}

const ASKED = ['office', 'side', 'person'];
const LOWEST_RANK = 4;
const NEWEST_ARTICLES = { limit: 40, offset: 0 };

/** Answers "who is the foreign minister of Kazakhstan?" and "who is Murat Nurtleu?", and nothing wider. */
export async function officeFacts(question: Question, ports: OfficePorts): Promise<readonly OfficeFact[]> {
  const { relationship, now } = ports;
  const others = question.wanted.filter(({ names }) => !names.some(({ kind }) => ASKED.includes(kind)));
  if (question.expected !== 'who' || others.length > 0) return [];
  const onDay = question.during?.fromDay ?? dayOf(now);
  const facts = await Promise.all(
    holdingsAsked(question, onDay, relationship).map(async ({ person, office }): Promise<OfficeFact> => {
      const held = titleOn(onDay, { person, office }, relationship);
      return { kind: 'office', person, held, onDay, evidence: await sentenceNaming(person, office, ports) };
    }),
  );
  return facts.filter((fact, index) => facts.findIndex((other) => isSameLine(fact, other)) === index);
}

/** Two offices with the same dates make one line. */
function isSameLine(a: OfficeFact, b: OfficeFact): boolean {
  return a.person.id === b.person.id && a.held.title === b.held.title && a.held.side === b.held.side;
}

interface Holding {
  readonly person: Person;
  readonly office: Office;
}

/** The holders of the offices asked for; for a person, the offices of that day. */
function holdingsAsked(
  { wanted }: Question,
  onDay: Day,
  { offices, people }: Relationship,
): readonly Holding[] {
  const names = wanted.flatMap((one) => one.names);
  const idsOf = (wantedKind: string) => names.filter(({ kind }) => kind === wantedKind).map(({ id }) => id);
  const isHolder = (office: Office, person: Person) => holdersOf(office.id, onDay, people).includes(person);
  const asked = people.filter(({ id }) => idsOf('person').includes(id));
  if (asked.length > 0) {
    return asked.flatMap((person) => {
      const held = offices.filter((office) => office.rank <= LOWEST_RANK && isHolder(office, person));
      const known = held.length > 0 ? held : latestOfficeOf(person, onDay, offices);
      return known.toSorted((a, b) => a.rank - b.rank).map((office) => ({ person, office }));
    });
  }
  return offices
    .filter(({ id, side }) => idsOf('office').includes(id) && isOfSide(side, idsOf('side')))
    .flatMap((office) => holdersOf(office.id, onDay, people).map((person) => ({ person, office })));
}

/** Where no office is known for the day itself: the one last begun or seen before it. */
function latestOfficeOf(person: Person, onDay: Day, offices: readonly Office[]): Office[] {
  const begun = ({ from, seen }: Tenure) => from ?? seen[0] ?? '';
  const latest = person.tenures
    .filter((tenure) => begun(tenure) <= onDay)
    .toSorted((a, b) => begun(b).localeCompare(begun(a)))[0];
  return offices.filter(({ id }) => id === latest?.officeId);
}

function isOfSide(side: string, asked: readonly string[]): boolean {
  return asked.length === 0 || asked.includes(side);
}

/** The line of the person's offices that holds this one on that day; lines come newest first. */
function titleOn(onDay: Day, { person, office }: Holding, { offices }: Relationship): HeldTitle {
  const held = titlesOf(person, offices).find(
    ({ title, side, from, seen }) =>
      side === office.side && title.split(' and ').includes(office.title) && (from ?? seen[0] ?? '') <= onDay,
  );
  return held ?? { title: office.title, side: office.side, from: null, to: null, seen: [] };
}

/** A sentence of the newest articles that names the person together with the office, in the reader's language first. */
async function sentenceNaming(
  person: Person,
  office: Office,
  { store, language }: OfficePorts,
): Promise<Evidence | null> {
  const { rows } = await store.understandings.naming(person.id, NEWEST_ARTICLES);
  const found = (await store.understandings.getMany(rows)).flatMap((understanding) => {
    const sentence = understanding.sentences.find(({ start, end }) => {
      const inside = understanding.mentions.filter((mention) => mention.start >= start && mention.end <= end);
      return names(inside, person.id) && names(inside, office.id);
    });
    return sentence
      ? [{ ...sentence, articleId: understanding.articleId, language: understanding.language }]
      : [];
  });
  const chosen = found.find((one) => one.language === language) ?? found[0];
  return chosen ? { articleId: chosen.articleId, start: chosen.start, end: chosen.end } : null;
}

function names(mentions: Understanding['mentions'], entityId: string): boolean {
  return mentions.some((mention) => mention.entityId === entityId);
}
