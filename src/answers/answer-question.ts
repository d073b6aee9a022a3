import type { ArticleId } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import { queryTerms } from '../language/index-terms.ts';
import type { Store } from '../ports/store.ts';
import { isVerbatim, type ShownSentence } from './check-sentence.ts';
import { type ArticlesById, citedArticles } from './cited-articles.ts';
import { type Fact, type FactPorts, ledgerFacts } from './ledger-facts.ts';
import { type Candidate, rankSentences } from './rank-sentences.ts';
import type { Read } from './read-candidate.ts';
import { type Question, readQuestion } from './read-question.ts';

export type Answer =
  | {
      readonly kind: 'answered';
      readonly facts: readonly Fact[];
      /** Checked word for word against their articles; no two go back to one origin. */
      readonly sentences: readonly ShownSentence[];
      /** The articles that facts and sentences cite. */
      readonly articles: ArticlesById;
    }
  /** The stored articles do not say; `lookedFor` is empty when the question named nothing to look for. */
  | { readonly kind: 'unknown'; readonly lookedFor: readonly string[] };

const HITS = { limit: 150, offset: 0 };
const MOST_SENTENCES = 4;
/** Beside what the ledger knows, fewer will do. */
const MOST_BESIDE_FACTS = 2;
/** A sentence this much worse than the best one only dilutes the answer. */
const SCORE_GAP = 0.5;

/** Answers with what the ledger knows and with stored sentences, word for word; or says that it does not know. */
export async function answerQuestion(text: string, ports: FactPorts): Promise<Answer> {
  const question = readQuestion(text, ports);
  if (question.wanted.length === 0) return { kind: 'unknown', lookedFor: [] };
  const facts = await ledgerFacts(question, ports);
  const sentences = facts.some(isWholeAnswer) ? [] : await storedSentences(question, ports);
  if (facts.length === 0 && sentences.length === 0) {
    return { kind: 'unknown', lookedFor: question.wanted.map(({ words }) => words) };
  }
  const shown = facts.length > 0 ? sentences.slice(0, MOST_BESIDE_FACTS) : sentences;
  const articles = await citedArticles(
    [...facts.flatMap(articlesOfFact), ...shown.map((one) => one.articleId)],
    ports.store,
  );
  return { kind: 'answered', facts, sentences: shown, articles };
}

async function storedSentences(question: Question, ports: FactPorts): Promise<readonly ShownSentence[]> {
  const { store, relationship } = ports;
  const terms = searchTerms(question, relationship);
  const { rows } = await store.passages.search({ terms, match: 'any' }, HITS);
  const reads = await readsOf([...new Set(rows.map(({ articleId }) => articleId))], store);
  const ranked = rankSentences(rows, reads, question);
  const best = ranked[0]?.score ?? 0;
  const close = ranked.filter(({ score }) => score >= best - SCORE_GAP);
  const chosen = await onePerOrigin(close, store);
  return chosen
    .slice(0, MOST_SENTENCES)
    .map(({ article, start, end }) => ({
      articleId: article.id,
      start,
      end,
      text: article.text.slice(start, end),
    }))
    .filter((sentence) => isVerbatim(sentence, reads.get(sentence.articleId)?.article));
}

/** Who held an office and when somebody came is said with the fact; what was signed may be more than the ledger knows. */
function isWholeAnswer({ kind }: Fact): boolean {
  return kind !== 'agreement';
}

/** The words asked for and, for names of the profile, how the other languages write them. */
function searchTerms({ wanted }: Question, { people, sides, instruments }: Relationship): readonly string[] {
  const ids = new Set(wanted.flatMap(({ names }) => names.map(({ id }) => id)));
  const forms = [
    ...people.filter(({ id }) => ids.has(id)).flatMap(({ familyName }) => Object.values(familyName)),
    ...sides.filter(({ id }) => ids.has(id)).flatMap(({ names }) => firstForms(names)),
    ...instruments.filter(({ id }) => ids.has(id)).flatMap(({ spellings }) => firstForms(spellings)),
  ];
  return [
    ...new Set([
      ...wanted.flatMap(({ terms }) => terms.flat()),
      ...forms.flatMap((form) => queryTerms(form)),
    ]),
  ];
}

function firstForms(spellings: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.values(spellings).flatMap((forms) => forms.slice(0, 1));
}

async function readsOf(ids: readonly ArticleId[], store: Store): Promise<ReadonlyMap<ArticleId, Read>> {
  const articles = await citedArticles(ids, store);
  const understandings = await store.understandings.getMany(ids);
  return new Map(
    understandings.flatMap((understanding) => {
      const article = articles.get(understanding.articleId);
      return article ? [[article.id, { article, understanding }] as const] : [];
    }),
  );
}

/** The best sentence of each origin: rewrites and translations of one report say the same. */
async function onePerOrigin(candidates: readonly Candidate[], store: Store): Promise<readonly Candidate[]> {
  const stories = await store.stories.ofArticles(candidates.map(({ article }) => article.id));
  const originOf = new Map(
    stories.flatMap(({ origins }) =>
      origins.flatMap(({ id, articleIds }) => articleIds.map((one) => [one, id] as const)),
    ),
  );
  const chosen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const origin = originOf.get(candidate.article.id) ?? candidate.article.id;
    if (!chosen.has(origin)) chosen.set(origin, candidate);
  }
  return [...chosen.values()];
}

function articlesOfFact(fact: Fact): readonly ArticleId[] {
  const shown = fact.evidence === null ? [] : [fact.evidence.articleId];
  if (fact.kind === 'event') return [...shown, ...fact.event.evidence.map(({ articleId }) => articleId)];
  if (fact.kind === 'office') return shown;
  return [
    ...shown,
    ...fact.agreement.steps.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)),
  ];
}
