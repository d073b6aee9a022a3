import { beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import type { Article } from '../../src/domain/article.ts';
import { indexTerms } from '../../src/language/index-terms.ts';
import type { Store } from '../../src/ports/store.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { understand } from '../../src/understand/understand.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { anOffice, aPerson, aRelationship, aSource, aTenure } from '../fixtures/a-relationship.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft, type DraftChoices } from '../fixtures/an-article.ts';
import { aFingerprint } from '../fixtures/an-understanding.ts';
import { messageText } from '../fixtures/message-text.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const relationship = aRelationship({
  sources: [aSource(), aSource({ id: 'dawn', name: 'Dawn', side: 'PK' })],
  offices: [anOffice()],
  people: [
    aPerson({ id: 'tokayev', name: 'Kassym-Jomart Tokayev', spellings: { en: ['Tokayev'], ru: ['Токаев'] } }),
    aPerson({ tenures: [aTenure({ from: '2023-04', to: '2025-09-26' })] }),
    aPerson({
      id: 'kosherbayev',
      name: 'Yermek Kosherbayev',
      spellings: { en: ['Yermek Kosherbayev'] },
      tenures: [aTenure({ from: '2025-09-26' })],
    }),
  ],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('ask', () => {
  it('answers in a stored sentence, word for word, with its source', async () => {
    await read({
      text: 'The port of Gwadar was named. Trade reached 250 million dollars last year. They had tea.',
    });

    expect(await answer('How much did trade reach?')).toBe(
      '# How much did trade reach?\n- «Trade reached 250 million dollars last year.» [The Astana Times, 2026-02-04]',
    );
  });

  it('leaves out sentences without a number once one has the number asked for', async () => {
    await read({ url: 'https://example.org/1', text: 'Trade reached new heights.' });
    await read({ url: 'https://example.org/2', text: 'Trade reached 250 million dollars.' });

    const text = await answer('How much did trade reach?');

    expect(text).toContain('250 million');
    expect(text).not.toContain('heights');
  });

  it('shows one sentence of each origin and at most four', async () => {
    const articles: Article[] = [];
    for (const n of [1, 2, 3, 4, 5, 6]) {
      articles.push(
        await read({ url: `https://example.org/${n}`, text: `Direct flights start soon, source ${n} said.` }),
      );
    }
    const [first, second, ...others] = articles.map(({ id }) => id);
    if (!first || !second) throw new Error('two articles were stored');
    const origins = [[first, second], ...others.map((id) => [id])].map((articleIds, at) => ({
      id: `o-${at}`,
      leadId: articleIds[0] ?? first,
      articleIds,
    }));
    await store.stories.replace([aStory({ articleIds: articles.map(({ id }) => id), origins })], []);

    const text = await answer('direct flights start');

    const numbers = [...text.matchAll(/source (\d)/g)].map(([, n]) => Number(n));
    expect(numbers).toHaveLength(4);
    expect(numbers.filter((n) => n < 3).length).toBeLessThanOrEqual(1);
  });

  it('puts the language of the question first', async () => {
    await read({ url: 'https://example.org/en', text: 'Tokayev spoke of TAPI.' });
    await read({ url: 'https://example.org/ru', language: 'ru', text: 'Токаев говорил о ТАПИ.' });

    const english = await answer('Tokayev TAPI');
    const russian = await answer('Токаев ТАПИ');

    expect(english.split('\n')[1]).toBe('- «Tokayev spoke of TAPI.» [The Astana Times, 2026-02-04]');
    expect(russian.split('\n')[1]).toBe('- «Токаев говорил о ТАПИ.» (ru) [The Astana Times, 2026-02-04]');
  });

  it('says honestly that the articles do not say, what it looked for and what to try', async () => {
    await read({ text: 'The pipeline to Gwadar was named. Trade fell.' });

    expect(await answer('When will the pipeline to Mars open?')).toBe(
      [
        'The stored articles do not say. Looked for: pipeline, Mars, open.',
        'Try:',
        '- search pipeline Mars open',
        '- timeline',
        '- latest',
      ].join('\n'),
    );
  });

  it('does not answer about another person or another year', async () => {
    await read({ text: 'Murat Nurtleu praised the railway in 2025.' });

    expect(await answer('What did Tokayev say of the railway?')).toContain('do not say');
    expect(await answer('Who praised the railway in 2024?')).toContain('do not say');
    expect(await answer('Who praised the railway in 2025?')).toContain('Murat Nurtleu praised');
  });

  it('names the holder of an office now or then, with a sentence that shows it', async () => {
    await read({ text: 'Foreign Minister Murat Nurtleu opened the session.' });

    const then = await answer('Who was the foreign minister of Kazakhstan in April 2025?');
    const today = await answer('who is the kazakh foreign minister');

    expect(then).toContain(
      'From the profile\n- Murat Nurtleu · Foreign Minister, KZ · Apr 2023 – 26 Sept 2025',
    );
    expect(then).toContain(
      '- «Foreign Minister Murat Nurtleu opened the session.» [The Astana Times, 2026-02-04]',
    );
    expect(today).toContain('- Yermek Kosherbayev · Foreign Minister, KZ · since 26 Sept 2025');
  });

  it('names every office of a person and quotes a sentence that shows two of them once', async () => {
    const envoy = anOffice({
      id: 'kz-envoy',
      title: 'Special Envoy',
      spellings: { en: ['Special Envoy'] },
      rank: 4,
    });
    const profile = {
      ...relationship,
      offices: [...relationship.offices, envoy],
      people: relationship.people.map((person) =>
        person.id === 'kosherbayev'
          ? { ...person, tenures: [...person.tenures, aTenure({ officeId: 'kz-envoy', from: '2026-01' })] }
          : person,
      ),
    };
    await read({ text: 'Yermek Kosherbayev, Foreign Minister and Special Envoy, came by.' }, profile);

    const text = await answer('Who is Yermek Kosherbayev?', profile);

    expect(text).toContain('Yermek Kosherbayev · Foreign Minister, KZ · since 26 Sept 2025');
    expect(text).toContain('Yermek Kosherbayev · Special Envoy, KZ · since Jan 2026');
    expect(text.split('came by.')).toHaveLength(2);
  });

  it('answers when somebody visited from the ledger, a visit that was held before one only announced', async () => {
    const article = await read({ text: 'Tokayev came to Islamabad. They had tea.' });
    const evidence = [{ articleId: article.id, start: 0, end: 26 }];
    const announced = anEvent({ id: 'e-2', title: 'Announced visit', status: 'announced', evidence });
    await store.ledger.replace({ events: [anEvent({ evidence }), announced], agreements: [] }, []);

    const text = await answer('When did Tokayev visit Pakistan?');

    expect(text).toContain('From the ledger\n- 3–4 Feb 2026 · Visit of Tokayev to Pakistan');
    expect(text).toContain('- «Tokayev came to Islamabad.» [The Astana Times, 2026-02-04]');
    expect(text).not.toContain('Announced visit');
    expect(await answer('When did Tokayev visit Kazakhstan?')).not.toContain('Visit of Tokayev');
  });

  it('answers what was signed in a month from the ledger, and only what was', async () => {
    const other = {
      status: 'proposed' as const,
      onDay: '2026-02-04',
      precision: 'day' as const,
      evidence: [],
    };
    await store.ledger.replace(
      {
        events: [],
        agreements: [anAgreement(), anAgreement({ id: 'g-2', name: 'Bridge treaty', steps: [other] })],
      },
      [],
    );

    const february = await answer('What was signed in February 2026?');

    expect(february).toContain('Joint Declaration on Strategic Partnership · declaration, signed 4 Feb 2026');
    expect(february).not.toContain('Bridge treaty');
    expect(await answer('What was signed in May 2025?')).toContain('do not say');
  });
});

async function answer(question: string, profile = relationship): Promise<string> {
  return messageText(await ask.run({ question }, aContext({ store, relationship: profile, now: NOW })));
}

async function read(choices: DraftChoices, profile = relationship): Promise<Article> {
  const { article } = await store.articles.save(aDraft({ title: 'News of the day', ...choices }), NOW);
  const { understanding } = understand(article, createProfileIndex(profile), NOW);
  await store.understandings.save(understanding, aFingerprint({ articleId: article.id }));
  const passages = understanding.sentences.map(({ start, end }) => ({
    articleId: article.id,
    start,
    end,
    terms: indexTerms(article.text.slice(start, end), article.language.value),
  }));
  await store.passages.index(article.id, passages);
  return article;
}
