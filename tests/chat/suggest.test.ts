import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suggest } from '../../src/chat/suggest.ts';
import type { AgreementId } from '../../src/domain/identity.ts';
import { indexTerms } from '../../src/language/index-terms.ts';
import type { OptionKind } from '../../src/ports/command.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';
import { aCommand, anOption } from './a-command.ts';
import { someCommands, someRelationship } from './a-reading.ts';

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

/** Suggestions for an option of that kind. */
async function suggested(kind: OptionKind, typed: string, choices?: readonly string[]) {
  const option = anOption({ name: 'wanted', kind, ...(choices === undefined ? {} : { choices }) });
  const commands = [...someCommands, aCommand({ name: 'find', options: [option] })];
  const ports = {
    commands,
    store,
    relationship: someRelationship,
    logger: createFakeLogger(),
    language: 'en',
  } as const;
  return suggest({ command: 'find', option: 'wanted', typed }, ports);
}

const labels = async (...asked: Parameters<typeof suggested>) =>
  (await suggested(...asked)).map(({ label }) => label);
const values = async (...asked: Parameters<typeof suggested>) =>
  (await suggested(...asked)).map(({ value }) => value);

describe('suggestions as an option is typed', () => {
  it('are people by any word of any of their names, in any script', async () => {
    expect(await suggested('person', 'tok')).toEqual([{ label: 'Kassym-Jomart Tokayev', value: 'tokayev' }]);
    expect(await values('person', 'ток')).toEqual(['tokayev']);
    expect(await values('person', 'توق')).toEqual(['tokayev']);
    expect(await values('person', 'kayev')).toEqual([]);
  });

  it('are topics, alone or added to a list', async () => {
    expect(await suggested('topic', 'def')).toEqual([{ label: 'Defence', value: 'defence' }]);
    expect(await suggested('topics', 'defence,')).toEqual([
      { label: 'Defence, Trade', value: 'defence,trade' },
    ]);
  });

  it('are zones: those of the two sides at first, then by the zone or its city', async () => {
    expect(await values('zone', '')).toEqual(someRelationship.sides.map(({ zone }) => zone));
    expect(await values('zone', 'karach')).toEqual(['Asia/Karachi']);
  });

  it.each([
    ['language', 'ur', ['ur']],
    ['language', 'Ger', ['de']],
    ['since', 'y', ['yesterday']],
    ['integer', '1', []],
    ['text', 'a', []],
  ] as const)('are, for %s "%s", %j', async (kind, typed, expected) => {
    expect(await values(kind, typed)).toEqual(expected);
  });

  it('are choices that begin so', async () => {
    expect(await values('choice', 'si', ['signed', 'ratified'])).toEqual(['signed']);
  });

  it('are the newest stories, those whose title holds the words, and those whose articles say them', async () => {
    const article = await storeArticle(store, {
      title: 'Airport opens',
      text: 'The airport of Turkistan opened.',
    });
    await store.passages.index(article.id, [
      { articleId: article.id, start: 0, end: 10, terms: indexTerms('Turkistan', 'en') },
    ]);
    const stories = [
      aStory({ id: 's-0000000000000001', title: 'Airport opens', articleIds: [article.id] }),
      aStory({ id: 's-0000000000000002', title: 'Trade grows', articleIds: [] }),
    ];
    await store.stories.replace(stories, []);

    expect(await labels('story', '')).toHaveLength(2);
    expect(await suggested('story', 'trade gr')).toEqual([
      { label: expect.stringMatching(/ · Trade grows$/), value: 's-00000000' },
    ]);
    expect(await labels('story', 'Turkistan')).toEqual([expect.stringMatching(/ · Airport opens$/)]);
  });

  it('are agreements by their name or id, with what has become of them', async () => {
    const id = 'transit-trade-agreement' as AgreementId;
    const place = { status: 'signed', fromDay: '2026-02-04', toDay: '2026-02-04' } as const;
    const step = { status: 'signed', onDay: '2026-02-04', precision: 'day', evidence: [] } as const;
    await store.ledger.replaceSteps({ id, name: 'Transit trade agreement', kind: 'agreement' }, place, [
      step,
    ]);

    expect(await suggested('agreement', 'transit')).toEqual([
      { label: 'Transit trade agreement · signed', value: id },
    ]);
    expect(await values('agreement', 'extradition')).toEqual([]);
  });

  it('are none for what is not known, and none when something fails, which is logged', async () => {
    const logger = createFakeLogger();
    const commands = [aCommand({ name: 'story', options: [anOption({ name: 'id', kind: 'story' })] })];
    const ports = { commands, relationship: someRelationship, logger, language: 'en' } as const;
    await store.close();

    const unknown = await suggest({ command: 'nonsense', option: 'id', typed: '' }, { ...ports, store });
    const failed = await suggest({ command: 'story', option: 'id', typed: '' }, { ...ports, store });

    expect([unknown, failed]).toEqual([[], []]);
    expect(logger.lines.map(({ event }) => event)).toEqual(['completion failed']);
    store = await anEmptyStore();
  });
});
