import type { Evidence } from '../domain/article.ts';
import { type Day, dayOf } from '../domain/day.ts';
import type { Instant } from '../domain/identity.ts';
import { type HeldTitle, holdersOf, titlesOf } from '../domain/offices.ts';
import type { Office, Person, Relationship } from '../domain/relationship.ts';
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
  readonly now: Instant;
}

const NEWEST_ARTICLES = { limit: 40, offset: 0 };

/** Answers "who is the foreign minister of Kazakhstan?" and nothing wider. */
export async function officeFacts(question: Question, ports: OfficePorts): Promise<readonly OfficeFact[]> {
  const { relationship, now } = ports;
  const others = question.wanted.filter(
    ({ names }) => !names.some(({ kind }) => kind === 'office' || kind === 'side'),
  );
  if (question.expected !== 'who' || others.length > 0) return [];
  const onDay = question.during?.fromDay ?? dayOf(now);
  const found = officesNamed(question, relationship).flatMap((office) =>
    holdersOf(office.id, onDay, relationship.people).map((person) => ({ person, office })),
  );
  return Promise.all(
    found.map(async ({ person, office }): Promise<OfficeFact> => {
      const evidence = await sentenceNaming(person, office, ports.store);
      return { kind: 'office', person, held: titleWith(person, office, relationship), onDay, evidence };
    }),
  );
}

function officesNamed({ wanted }: Question, { offices }: Relationship): readonly Office[] {
  const names = wanted.flatMap((one) => one.names);
  const sides = names.filter(({ kind }) => kind === 'side').map(({ id }) => id);
  return offices.filter(
    ({ id, side }) =>
      names.some((name) => name.kind === 'office' && name.id === id) &&
      (sides.length === 0 || sides.includes(side)),
  );
}

/** The line of the person's offices that holds this one. */
function titleWith(person: Person, office: Office, { offices }: Relationship): HeldTitle {
  const tenure = person.tenures.find(({ officeId }) => officeId === office.id);
  const held = titlesOf(person, offices).find(
    ({ title, from, to }) => title.includes(office.title) && from === tenure?.from && to === tenure.to,
  );
  return held ?? { title: office.title, side: office.side, from: null, to: null, seen: [] };
}

/** A sentence of the newest articles that names the person together with the office. */
async function sentenceNaming(person: Person, office: Office, store: Store): Promise<Evidence | null> {
  const { rows } = await store.understandings.naming(person.id, NEWEST_ARTICLES);
  for (const understanding of await store.understandings.getMany(rows)) {
    const sentence = understanding.sentences.find(({ start, end }) => {
      const inside = understanding.mentions.filter((mention) => mention.start >= start && mention.end <= end);
      return names(inside, person.id) && names(inside, office.id);
    });
    if (sentence) return { articleId: understanding.articleId, start: sentence.start, end: sentence.end };
  }
  return null;
}

function names(mentions: Understanding['mentions'], entityId: string): boolean {
  return mentions.some((mention) => mention.entityId === entityId);
}
