import { type Answer, answerQuestion } from '../../src/answers/answer-question.ts';
import { spanOf } from '../../src/domain/day.ts';
import { type Asked, questionsFrom, UNANSWERABLE } from './questions.ts';
import type { Samples } from './read-samples.ts';
import { type Row, showCount } from './table.ts';

/** Questions made from the gold file, and some that the samples cannot answer. */
export async function measureAnswers(samples: Samples): Promise<Row[]> {
  const { store, relationship, now } = samples;
  const ask = (text: string) => answerQuestion(text, { store, relationship, language: 'en', now });
  const kinds = questionsFrom(samples);
  const rows: Row[] = [];
  let shown = 0;
  let verbatim = 0;
  for (const { kind, questions } of kinds) {
    let right = 0;
    for (const question of questions) {
      const answer = await ask(question.text);
      if (await isRight(answer, question, samples)) right += 1;
      const sentences = answer.kind === 'answered' ? answer.sentences : [];
      shown += sentences.length;
      verbatim += sentences.filter((one) => isSlice(one, answer)).length;
    }
    rows.push({ what: `Answers: ${kind}`, measure: 'right', all: showCount(right, questions.length) });
  }
  const refused = await Promise.all(UNANSWERABLE.map(ask));
  const honest = refused.filter(({ kind }) => kind === 'unknown').length;
  return [
    ...rows,
    { what: 'Answers', measure: 'sentences that stand so in the article', all: showCount(verbatim, shown) },
    { what: 'Answers', measure: 'unanswerable, and refused', all: showCount(honest, UNANSWERABLE.length) },
  ];
}

async function isRight(answer: Answer, { day, personId }: Asked, samples: Samples): Promise<boolean> {
  if (answer.kind === 'unknown') return false;
  if (personId !== null)
    return answer.facts.some((fact) => fact.kind === 'office' && fact.person.id === personId);
  const span = day === null ? null : spanOf(day);
  if (span === null) return false;
  const days = [...factDays(answer), ...(await sentenceDays(answer, samples))];
  return days.some(({ fromDay, toDay }) => fromDay <= span.toDay && span.fromDay <= toDay);
}

interface Days {
  readonly fromDay: string;
  readonly toDay: string;
}

function factDays({ facts }: Extract<Answer, { kind: 'answered' }>): Days[] {
  return facts.flatMap((fact): Days[] => {
    if (fact.kind === 'event') return [fact.event];
    if (fact.kind === 'office') return [];
    return fact.agreement.steps.map(({ onDay }) => ({ fromDay: onDay, toDay: onDay }));
  });
}

/** The days named in the shown sentences. */
async function sentenceDays(
  { sentences }: Extract<Answer, { kind: 'answered' }>,
  { store }: Samples,
): Promise<Days[]> {
  const read = await store.understandings.getMany(sentences.map(({ articleId }) => articleId));
  return sentences.flatMap(({ articleId, start, end }) => {
    const dates = read.find((one) => one.articleId === articleId)?.dates ?? [];
    return dates.filter((date) => date.precision === 'day' && date.start >= start && date.end <= end);
  });
}

function isSlice(
  { articleId, start, end, text }: { articleId: string; start: number; end: number; text: string },
  answer: Answer,
): boolean {
  const articles = answer.kind === 'answered' ? [...answer.articles.values()] : [];
  return articles.find(({ id }) => id === articleId)?.text.slice(start, end) === text;
}
