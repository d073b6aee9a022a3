import type { Evidence } from '../domain/article.ts';
import { type DaySpan, spanOf, spansOverlap } from '../domain/day.ts';
import type { Instant, KnownLanguage } from '../domain/identity.ts';
import type { Agreement, NewsEvent } from '../domain/ledger.ts';
import type { Relationship, SideId } from '../domain/relationship.ts';
import type { Store } from '../ports/store.ts';
import { citedArticles } from './cited-articles.ts';
import { type OfficeFact, officeFacts } from './office-facts.ts';
import { isAboutSigning } from './question-words.ts';
import type { Question } from './read-question.ts';

/** Something that the ledger or the profile knows, with a sentence that shows it. */
export type Fact =
  | { readonly kind: 'event'; readonly event: NewsEvent; readonly evidence: Evidence | null }
  | { readonly kind: 'agreement'; readonly agreement: Agreement; readonly evidence: Evidence | null }
  | OfficeFact;

export interface FactPorts {
  readonly store: Store;
  readonly relationship: Relationship;
  readonly language: KnownLanguage;
  readonly now: Instant;
}

const MOST_FACTS = 3;
const CANDIDATES = { limit: 200, offset: 0 };
const DONE = ['signed', 'ratified', 'in-force'];

/** What the ledger knows for questions of its kind: who visited whom when, what was signed, who holds an office. */
export async function ledgerFacts(question: Question, ports: FactPorts): Promise<readonly Fact[]> {
  const offices = await officeFacts(question, ports);
  if (offices.length > 0) return offices;
  const agreements = await agreementFacts(question, ports);
  if (agreements.length > 0) return agreements;
  return visitFacts(question, ports);
}

async function visitFacts(
  question: Question,
  { store, relationship, language }: FactPorts,
): Promise<readonly Fact[]> {
  const asksForVisit = ['when', 'who', 'where'].includes(question.expected) || isYesOrNo(question.text);
  const [personId] = namedIds(question, 'person');
  const sides = sidesNamed(question, relationship);
  if (question.subject !== 'visit' || !asksForVisit || (personId === undefined && sides.length === 0))
    return [];
  const { rows } = await store.ledger.events(
    {
      kind: 'visit',
      ...(personId === undefined ? {} : { personId }),
      ...(question.during === null ? {} : { fromDay: question.during.fromDay, toDay: question.during.toDay }),
    },
    CANDIDATES,
  );
  const fitting = rows.filter(
    ({ hostSide, participants: [visitor] }) =>
      (personId === undefined || visitor?.id === personId) &&
      (sides.length === 0 || sides.some((side) => side === hostSide && side !== visitor?.side)),
  );
  const held = fitting.filter(({ status }) => status === 'held' || status === 'under-way');
  return Promise.all(
    (held.length > 0 ? held : fitting).slice(0, MOST_FACTS).map(async (event): Promise<Fact> => {
      return { kind: 'event', event, evidence: await readableEvidence(event.evidence, { store, language }) };
    }),
  );
}

async function agreementFacts(question: Question, { store, language }: FactPorts): Promise<readonly Fact[]> {
  const instruments = namedIds(question, 'instrument');
  if (question.expected === 'how-many' || question.subject !== 'signing') return [];
  if (instruments.length === 0 && !isAboutSigning(onlyWords(question))) return [];
  const { rows } = await store.ledger.agreements({}, CANDIDATES);
  const fitting = rows.filter((agreement) =>
    instruments.length > 0 ? instruments.includes(agreement.id) : signedDuring(agreement, question.during),
  );
  return Promise.all(
    fitting.slice(0, 2 * MOST_FACTS).map(async (agreement): Promise<Fact> => {
      const evidence = agreement.steps.findLast(({ status }) => status === agreement.status)?.evidence ?? [];
      return {
        kind: 'agreement',
        agreement,
        evidence: await readableEvidence(evidence, { store, language }),
      };
    }),
  );
}

function signedDuring({ steps }: Agreement, during: DaySpan | null): boolean {
  return steps.some(({ status, onDay }) => {
    const day = spanOf(onDay);
    return DONE.includes(status) && (during === null || (day !== null && spansOverlap(day, during)));
  });
}

/** The first evidence in the reader's language, else the first. */
async function readableEvidence(
  evidence: readonly Evidence[],
  { store, language }: { store: Store; language: KnownLanguage },
): Promise<Evidence | null> {
  const articles = await citedArticles(
    evidence.map(({ articleId }) => articleId),
    store,
  );
  const readable = evidence.find(({ articleId }) => articles.get(articleId)?.language.value === language);
  return readable ?? evidence[0] ?? null;
}

/** The sides that a question names, by their own name or by a place of theirs. */
function sidesNamed(question: Question, { places }: Relationship): readonly SideId[] {
  const byPlace = namedIds(question, 'place').flatMap(
    (id) => places.find((place) => place.id === id)?.side ?? [],
  );
  return [...namedIds(question, 'side'), ...byPlace];
}

function namedIds({ wanted }: Question, kind: string): readonly string[] {
  return wanted.flatMap(({ names }) => names.filter((name) => name.kind === kind).map(({ id }) => id));
}

function onlyWords({ wanted }: Question): readonly string[] {
  return wanted.filter(({ names }) => names.length === 0).map(({ words }) => words);
}

function isYesOrNo(text: string): boolean {
  return /^(?:did|has|have|was|were|is|hat|war)\s/i.test(text.trim());
}
