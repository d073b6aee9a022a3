import { basename, join } from 'node:path';
import * as adapters from '../../adapters/index.ts';
import type { Article } from '../../src/domain/article.ts';
import type { ArticleId, KnownLanguage } from '../../src/domain/identity.ts';
import { LANGUAGES } from '../../src/domain/identity.ts';
import type { Relationship } from '../../src/domain/relationship.ts';
import type { Story } from '../../src/domain/story.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { acceptArticles } from '../../src/jobs/accept-articles.ts';
import type { Store } from '../../src/ports/store.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { type Gold, readGold } from './gold.ts';

const FOLDER = 'relationships/kazakhstan-pakistan';
const NOW = Date.parse('2026-11-22T00:00:00Z');

export type GoldArticle = Gold['articles'][number];

/** One sample article: what a careful reader found in it, and what the program did. */
export interface ReadSample {
  readonly gold: GoldArticle;
  readonly language: KnownLanguage;
  readonly article: Article;
  readonly understanding: Understanding;
  /** Null when the program left it out of all stories. */
  readonly story: Story | null;
}

export interface Samples {
  readonly gold: Gold;
  readonly store: Store;
  readonly relationship: Relationship;
  readonly now: number;
  readonly articles: readonly ReadSample[];
  readonly byFile: ReadonlyMap<string, ReadSample>;
}

/** Takes the sample articles through the whole pipeline into a store in memory. */
export async function readSamples(): Promise<Samples> {
  const gold = await readGold(join(FOLDER, 'samples', 'gold.yaml'));
  const { relationship, problems } = await adapters.profile.yaml().read(FOLDER);
  if (relationship === null) throw new Error(`The profile cannot be read: ${problems[0]?.message ?? ''}`);
  const store = await adapters.store.sql('file::memory:');
  await store.migrate();
  await ingestFolder(join(FOLDER, 'samples'), relationship, store);
  const articles = await readBack(gold, store);
  const byFile = new Map(articles.map((sample) => [sample.gold.file, sample]));
  return { gold, store, relationship, now: NOW, articles, byFile };
}

async function ingestFolder(folder: string, relationship: Relationship, store: Store): Promise<void> {
  const ports = { store, clock: createFakeClock(NOW), index: createProfileIndex(relationship) };
  const { totals } = await ingest([folder], {
    relationship,
    documents: adapters.files.local(),
    fetcher: adapters.fetch.guarded({ version: 'evaluation', clock: ports.clock }),
    accept: (drafts) => acceptArticles(drafts, ports),
  });
  if (totals.failed > 0) throw new Error(`${totals.failed} sample articles cannot be read.`);
}

async function readBack(gold: Gold, store: Store): Promise<ReadSample[]> {
  const stored = await store.articles.list(null, 1000);
  const ids = stored.map(({ id }) => id);
  const understandings = new Map(
    (await store.understandings.getMany(ids)).map((one) => [one.articleId, one]),
  );
  const stories = storyOfEach(await store.stories.ofArticles(ids));
  return gold.articles.map((each) => {
    const article = stored.find(({ locator }) => basename(locator) === each.file);
    const understanding = article === undefined ? undefined : understandings.get(article.id);
    const language = LANGUAGES.find((one) => one === each.language);
    if (article === undefined || understanding === undefined || language === undefined)
      throw new Error(`${each.file} was not stored.`);
    return { gold: each, language, article, understanding, story: stories.get(article.id) ?? null };
  });
}

function storyOfEach(stories: readonly Story[]): ReadonlyMap<ArticleId, Story> {
  return new Map(stories.flatMap((story) => story.articleIds.map((id): [ArticleId, Story] => [id, story])));
}
