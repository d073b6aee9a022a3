import type { Article } from '../domain/article.ts';
import type { Mention } from '../domain/understanding.ts';
import type { Store } from '../ports/store.ts';

/** One form in which stored articles print a name. */
export interface SeenSpelling {
  readonly form: string;
  readonly match: Mention['match'];
  readonly times: number;
  readonly articleCount: number;
  /** The newest article that prints it. */
  readonly example: Article;
}

export interface SeenSpellings {
  /** The most frequent first. */
  readonly spellings: readonly SeenSpelling[];
  readonly articleCount: number;
}

const NEWEST_ARTICLES = 500;

/** How the newest articles that name an entity spell it. */
export async function seenSpellings(entityId: string, store: Store): Promise<SeenSpellings> {
  const { rows, total } = await store.understandings.naming(entityId, { limit: NEWEST_ARTICLES, offset: 0 });
  const articles = await store.articles.getMany(rows);
  const understandings = await store.understandings.getMany(rows);
  const mentionsOf = new Map(understandings.map(({ articleId, mentions }) => [articleId, mentions]));
  const forms = new Map<string, SeenSpelling>();
  for (const article of articles) {
    const mentions = (mentionsOf.get(article.id) ?? []).filter((mention) => mention.entityId === entityId);
    for (const [form, found] of Map.groupBy(mentions, (mention) => printed(mention, article))) {
      forms.set(form, addArticle(forms.get(form), form, { found, article }));
    }
  }
  const spellings = [...forms.values()].toSorted((a, b) => b.times - a.times || (a.form < b.form ? -1 : 1));
  return { spellings, articleCount: total };
}

function addArticle(
  sofar: SeenSpelling | undefined,
  form: string,
  { found, article }: { found: readonly Mention[]; article: Article },
): SeenSpelling {
  return {
    form,
    match: sofar?.match ?? found[0]?.match ?? 'exact',
    times: (sofar?.times ?? 0) + found.length,
    articleCount: (sofar?.articleCount ?? 0) + 1,
    example: sofar?.example ?? article,
  };
}

function printed({ start, end }: Mention, { text }: Article): string {
  return text.slice(start, end).replaceAll(/\s+/gu, ' ');
}
