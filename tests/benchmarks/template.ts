import type { ArticleDraft } from '../../src/domain/article.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { KnownLanguage } from '../../src/domain/identity.ts';
import type { Person } from '../../src/domain/relationship.ts';
import { findDates } from '../../src/language/dates.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { wordsOf } from '../../src/language/words.ts';
import { findMentions } from '../../src/understand/find-mentions.ts';
import type { ProfileIndex } from '../../src/understand/profile-index.ts';

/** A sentence whose people and dates can be told anew. */
export type Template = readonly Part[];

type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'date'; readonly hasDay: boolean; readonly hasYear: boolean; readonly daysBack: number };

export interface ArticleTemplate {
  readonly language: KnownLanguage;
  readonly title: Template;
  readonly sentences: readonly Template[];
}

/** Who stands for whom, and when it takes place. */
export interface Telling {
  readonly people: ReadonlyMap<string, Person>;
  readonly day: Day;
}

export function articleTemplateOf(draft: ArticleDraft, index: ProfileIndex): ArticleTemplate | null {
  const language = draft.language.value;
  if (language === 'other') return null;
  const sentences = splitSentences(draft.text, language).map(({ start, end }) =>
    draft.text.slice(start, end),
  );
  return {
    language,
    title: templateOf(draft.title.value, language, index),
    sentences: sentences.map((sentence) => templateOf(sentence, language, index)),
  };
}

export function tell(template: Template, language: KnownLanguage, telling: Telling): string {
  return template.map((part) => tellPart(part, language, telling)).join('');
}

function templateOf(text: string, language: KnownLanguage, index: ProfileIndex): Template {
  const mentions = findMentions({ text, words: wordsOf(text), language }, index, []);
  const people = mentions
    .filter(({ kind }) => kind === 'person')
    .map(({ start, end, entityId }) => ({ start, end, part: { kind: 'person', id: entityId } as const }));
  const dates = findDates(text, language)
    .filter(({ kind }) => kind === 'day' || kind === 'month')
    .map(({ start, end, kind, year }, at) => ({
      ...{ start, end },
      part: { kind: 'date', hasDay: kind === 'day', hasYear: year !== null, daysBack: at * 30 } as const,
    }));
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end, part } of [...people, ...dates].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push({ kind: 'words', text: text.slice(from, start) }, part);
    from = end;
  }
  return [...parts, { kind: 'words', text: text.slice(from) }];
}

function tellPart(part: Part, language: KnownLanguage, { people, day }: Telling): string {
  if (part.kind === 'words') return part.text;
  if (part.kind === 'date') return dateText(addDays(day, -part.daysBack), part, language);
  const person = people.get(part.id);
  return person?.spellings[language]?.[0] ?? person?.name ?? part.id;
}

function dateText(
  day: Day,
  { hasDay, hasYear }: { readonly hasDay: boolean; readonly hasYear: boolean },
  language: KnownLanguage,
): string {
  return new Date(day).toLocaleDateString(language, {
    timeZone: 'UTC',
    month: 'long',
    ...(hasDay ? { day: 'numeric' } : {}),
    ...(hasYear ? { year: 'numeric' } : {}),
  });
}
