import type { Evidence } from '../domain/article.ts';
import type { Day, Precision } from '../domain/day.ts';
import type { AgreementId, ArticleId, EventId } from '../domain/identity.ts';
import type { Agreement, AgreementStatus } from '../domain/ledger.ts';
import type { Story } from '../domain/story.ts';
import type { Store } from '../ports/store.ts';
import { leadSentence } from './lead-sentence.ts';

/** One sentence that something rests on; `step` says which step of an agreement. */
export interface ShownEvidence {
  readonly evidence: Evidence;
  readonly step: {
    readonly status: AgreementStatus;
    readonly onDay: Day;
    readonly precision: Precision;
  } | null;
}

export interface EvidenceFound {
  readonly title: string;
  /** In the order in which it happened or was told. */
  readonly shown: readonly ShownEvidence[];
}

/** The sentences behind an event, an agreement or a story; null when nothing has that id. */
export async function evidenceOf(reference: string, store: Store): Promise<EvidenceFound | null> {
  const { events, agreements } = await store.ledger.getMany([reference as EventId, reference as AgreementId]);
  const [event] = events;
  if (event)
    return { title: event.title, shown: event.evidence.map((evidence) => ({ evidence, step: null })) };
  const [agreement] = agreements;
  if (agreement) return { title: agreement.name, shown: stepsShown(agreement) };
  const story = await store.stories.find(reference);
  return story === null ? null : { title: story.title, shown: await leadsOf(story, store) };
}

function stepsShown({ steps }: Agreement): readonly ShownEvidence[] {
  return steps.flatMap(({ evidence, ...step }) => evidence.map((each) => ({ evidence: each, step })));
}

/** The first sentence of every article of a story. */
async function leadsOf({ articleIds }: Story, store: Store): Promise<readonly ShownEvidence[]> {
  const [articles, understandings] = await Promise.all([
    store.articles.getMany(articleIds),
    store.understandings.getMany(articleIds),
  ]);
  const sentences = new Map(understandings.map((each) => [each.articleId, each.sentences]));
  return articles.flatMap(({ id, text }) => {
    const lead = leadSentence(text, sentences.get(id) ?? []);
    return lead === null ? [] : [{ evidence: sliceOf(id, text, lead), step: null }];
  });
}

function sliceOf(articleId: ArticleId, text: string, slice: string): Evidence {
  const start = text.indexOf(slice);
  return { articleId, start, end: start + slice.length };
}
