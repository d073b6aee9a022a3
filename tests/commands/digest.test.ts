import { beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { storeStory } from '../fixtures/a-stored-story.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const relationship = aRelationship({
  sources: [
    aSource(),
    aSource({ id: 'dawn', name: 'Dawn' }),
    aSource({ id: 'qazinform', name: 'Qazinform' }),
  ],
  anniversaries: [{ id: 'relations', name: 'Diplomatic relations established', on: '1992-02-24' }],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

async function run(period?: number): Promise<string> {
  const options = period === undefined ? {} : { period };
  return messageText(await digest.run(options, aContext({ store, relationship, line: 'digest' })));
}

describe('digest', () => {
  it('tells stories, visits, agreements and what is ahead, each line with names, dates and sources', async () => {
    const lead = 'ISLAMABAD: President Tokayev arrived here on Tuesday. He was met at the airport.';
    const { leadId } = await storeStory(store, 'visit', [
      {
        title: 'Tokayev arrives',
        text: lead,
        sourceId: 'dawn',
        publishedAt: Date.parse('2026-02-03T12:00:00Z'),
      },
      {
        title: 'Токаев прибыл',
        language: 'ru',
        sourceId: 'qazinform',
        publishedAt: Date.parse('2026-02-03T13:00:00Z'),
      },
    ]);
    const evidence = [{ articleId: leadId, start: 0, end: 10 }];
    const step = { status: 'signed', onDay: '2026-02-04', precision: 'day', evidence } as const;
    await store.ledger.replace(
      { events: [anEvent({ evidence })], agreements: [anAgreement({ steps: [step] })] },
      [],
    );

    const answer = await run(Date.parse('2026-01-10T19:00:00Z'));

    expect(answer.split('\n')).toEqual([
      '# Kazakhstan–Pakistan: digest',
      '11 Jan – 10 Feb 2026 (Asia/Almaty): 1 new story, 1 visit or meeting, 1 agreement.',
      'What matters most',
      '- Joint Declaration on Strategic Partnership · declaration, signed 4 Feb 2026 · [Dawn, 2026-02-03] · agreement g-0000000000000001',
      'New stories',
      '- Tokayev arrives — «President Tokayev arrived here on Tuesday.» [Dawn, 2026-02-03] · 2 articles in English, Russian · 2 independent origins · Qazinform · story s-visit',
      'Visits and meetings',
      '- 3–4 Feb 2026 · Visit of Tokayev to Pakistan · state visit, held · Kassym-Jomart Tokayev (President, KZ) · Islamabad · [Dawn, 2026-02-03] · evidence e-0000000000000001',
      'Ahead',
      '- 24 Feb 2026 · Diplomatic relations established · 34 years ago, on 24 Feb 1992 · from the profile',
    ]);
  });

  it('marks a lead in another language, under a title that the reader can read where there is one', async () => {
    const text = 'АСТАНА. КАЗИНФОРМ – Президент Казахстана прибыл сегодня в Исламабад.';
    await storeStory(store, 'visit', [
      { title: 'Токаев прибыл', language: 'ru', text, sourceId: 'qazinform', publishedAt: NOW - HOUR },
    ]);

    expect(await run()).toContain(
      '- «Токаев прибыл» (ru) — «Президент Казахстана прибыл сегодня в Исламабад.» (ru) [Qazinform, 2026-02-10] · 1 article',
    );
  });

  it('does not say the first words twice when they are also the title', async () => {
    const text = 'President Tokayev held talks with the prime minister on Wednesday.';
    await storeStory(store, 'talks', [
      { title: 'President Tokayev held talks…', text, publishedAt: NOW - HOUR },
    ]);

    expect(await run()).toContain(`- «${text}» [The Astana Times, 2026-02-10]`);
  });

  it('covers the last 24 hours when no period is given', async () => {
    await storeStory(store, 'inside', [{ title: 'Inside', publishedAt: NOW - 23 * HOUR }]);
    await storeStory(store, 'outside', [{ title: 'Outside', publishedAt: NOW - 25 * HOUR }]);

    const answer = await run();

    expect(answer).toContain('9 Feb 2026, 11:00 – 10 Feb 2026, 11:00 (Asia/Almaty): 1 new story.');
    expect(answer).toContain('Inside');
    expect(answer).not.toContain('Outside');
  });

  it('shows twelve stories and says where the others are', async () => {
    for (let n = 0; n < 19; n += 1) await storeStory(store, `story-${n}`, [{ publishedAt: NOW - HOUR - n }]);

    const lines = (await run(NOW - 7 * DAY)).split('\n');

    expect(lines.filter((line) => line.includes('· story '))).toHaveLength(12);
    expect(lines).toContain('- and 7 more · latest since:2026-02-03');
  });

  it('says in one line that nothing happened, and what to try', async () => {
    await storeStory(store, 'old', [{ publishedAt: NOW - 30 * DAY }]);
    const quiet = aContext({ store, relationship: aRelationship() });

    expect(messageText(await digest.run({}, quiet)).split('\n')).toEqual([
      'Kazakhstan–Pakistan, 9 Feb 2026, 11:00 – 10 Feb 2026, 11:00 (Asia/Almaty): nothing new.',
      'Try:',
      '- digest 30d',
      '- latest',
    ]);
  });

  it('cuts an endless lead between words, and says so', async () => {
    const text = `The two sides ${'agreed and '.repeat(60)}parted.`;
    await storeStory(store, 'long', [{ text, publishedAt: NOW - HOUR }]);

    const quoted = /«([^»]*)»…/.exec(await run())?.[1] ?? '';

    expect(quoted.length).toBeGreaterThan(200);
    expect(text.startsWith(`${quoted} `)).toBe(true);
  });
});
