import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportJson } from '../../src/answers/export-json.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Relationship } from '../../src/domain/relationship.ts';
import { readDocument } from '../../src/ingest/read-document.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { readProfile } from '../benchmarks/read-samples.ts';
import { exportAfter } from '../fixtures/export-after.ts';
import { FIVE_ARTICLES } from '../fixtures/five-articles.ts';

type Name = keyof typeof FIVE_ARTICLES;
const NAMES = Object.keys(FIVE_ARTICLES) as Name[];

let archive: ExportJson;

beforeAll(async () => {
  const relationship = await readProfile();
  const drafts = (await Promise.all(NAMES.map((name) => readDraft(name, relationship)))).flat();
  archive = await exportAfter([drafts], createProfileIndex(relationship));
});

describe('five articles as they are passed on', () => {
  it('are five relevant articles in the languages they are in', () => {
    expect(archive.articles).toHaveLength(NAMES.length);
    expect(archive.articles.every(({ isRelevant }) => isRelevant)).toBe(true);
    expect(article('translation').language).toBe('de');
    expect(NAMES.filter((name) => article(name).language === 'en')).toHaveLength(4);
  });

  it('have the day of their publication stated or inferred', () => {
    expect(
      NAMES.map((name) => [article(name).publishedCertainty, article(name).publishedAt?.slice(0, 10)]),
    ).toEqual([
      ['stated', '2025-04-24'],
      ['inferred', '2025-04-23'],
      ['inferred', '2025-04-23'],
      ['inferred', '2026-02-02'],
      ['inferred', '2026-02-04'],
    ]);
  });

  it('make one story of the original, its rewrite and its translation, with one origin', () => {
    const story = storyOf('original');

    expect(story.articleIds.toSorted()).toEqual(
      (['original', 'rewrite', 'translation'] as const).map((name) => article(name).id).toSorted(),
    );
    expect(story).toMatchObject({ originCount: 1, languages: ['de', 'en'] });
  });

  it('make two further stories of the announcement and the talks, related to each other', () => {
    const [announced, held] = [storyOf('announcement'), storyOf('talks')];

    expect(archive.stories).toHaveLength(3);
    expect(announced.id).not.toBe(held.id);
    expect(announced.relatedStoryIds).toContain(held.id);
    expect(held.relatedStoryIds).toContain(announced.id);
  });

  it('tell of the official visit of the army chief and his three meetings', () => {
    const visits = events('visit', 'munir');

    expect(visits).toMatchObject([
      {
        from: '2025-04-23',
        status: 'held',
        visitKind: 'official',
        participants: [{ id: 'munir' }, {}, {}, {}],
      },
    ]);
    expect(visits[0]?.participants[0]?.office).toBe('Chief of Army Staff');
    expect(visits[0]?.participants.map(({ id }) => id).toSorted()).toEqual([
      'munir',
      'nurtleu',
      'tokayev',
      'zhaksylykov',
    ]);
    expect(events('meeting', 'munir').map(guestOf('munir'))).toEqual(['nurtleu', 'tokayev', 'zhaksylykov']);
  });

  it('tell of one visit of the president, announced by one article and held by another', () => {
    const visits = events('visit', 'tokayev').filter(({ title }) => title.includes('Tokayev to'));
    const articles = visits.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId));

    expect(visits).toMatchObject([{ from: '2026-02-03', to: '2026-02-04', status: 'held' }]);
    expect(new Set(articles)).toEqual(new Set([article('announcement').id, article('talks').id]));
    expect(events('meeting', 'shehbaz')).toMatchObject([{ from: '2026-02-04', status: 'held' }]);
  });

  it('tell of the earlier visit only to the month, and of no visit that is merely an invitation', () => {
    const nurtleu = events('visit', 'nurtleu').filter(({ title }) => title.includes('Nurtleu to'));

    expect(nurtleu).toMatchObject([{ from: '2025-09', precision: 'month', status: 'held' }]);
    expect(archive.events.filter(({ title }) => title.includes('Sharif to'))).toEqual([]);
  });

  it('know what was signed and what was only going to be, whatever the rewrite claims', () => {
    const steps = archive.agreements.map(({ id, status, steps: all }) => [id, status, all.at(-1)?.on]);

    expect(steps).toEqual([
      ['action-plan-of-cooperation', 'signed', '2025-09'],
      ['peacekeeping-agreement', 'ready-to-sign', '2025-04-23'],
      ['strategic-partnership-declaration', 'signed', '2026-02-04'],
    ]);
  });

  it('are quoted word for word by every piece of evidence', () => {
    const evidence = [
      ...archive.events.flatMap((event) => event.evidence),
      ...archive.agreements.flatMap(({ steps }) => steps.flatMap((step) => step.evidence)),
    ];
    const texts = new Map(archive.articles.map(({ id, text }) => [id, text]));

    expect(evidence.length).toBeGreaterThan(10);
    for (const { articleId, start, end, text } of evidence) {
      expect(text.trim().length).toBeGreaterThan(0);
      expect(texts.get(articleId)?.slice(start, end)).toBe(text);
    }
  });
});

async function readDraft(name: Name, { sources }: Relationship): Promise<ArticleDraft[]> {
  const { name: file, text } = FIVE_ARTICLES[name];
  const document = { locator: `/inbox/${file}`, name: file, bytes: Buffer.from(text) };
  const readings = await readDocument(document, sources);
  return readings.flatMap((reading) => (reading.kind === 'draft' ? [reading.draft] : []));
}

/** The stored article of a name: the one with the last sentence that only it has. */
function article(name: Name): ExportJson['articles'][number] {
  const last = FIVE_ARTICLES[name].text.trim().split('\n').at(-1) ?? '';
  const found = archive.articles.find(({ text }) => text.endsWith(last));
  if (found === undefined) throw new Error(`No article ends with "${last}"`);
  return found;
}

function storyOf(name: Name): ExportJson['stories'][number] {
  const story = archive.stories.find(({ articleIds }) => articleIds.includes(article(name).id));
  if (story === undefined) throw new Error(`The ${name} is in no story`);
  return story;
}

function events(kind: string, personId: string): ExportJson['events'] {
  return archive.events.filter(
    (event) => event.kind === kind && event.participants.some(({ id }) => id === personId),
  );
}

/** The other one of a meeting. */
function guestOf(host: string) {
  return ({ participants }: ExportJson['events'][number]) =>
    participants.map(({ id }) => id).find((id) => id !== host);
}
