import { beforeEach, describe, expect, it } from 'vitest';
import { who } from '../../commands/who.ts';
import { UserError } from '../../src/errors.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anOffice, aPerson, aRelationship, aSource, aTenure } from '../fixtures/a-relationship.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const dates = { from: '2023-04', to: '2025-09-26' };
const relationship = aRelationship({
  sources: [aSource()],
  offices: [anOffice(), anOffice({ id: 'kz-deputy', title: 'Deputy Prime Minister', spellings: {} })],
  people: [
    aPerson({
      spellings: { en: ['Murat Nurtleu', 'Nurtleu'], ru: ['Мурат Нуртлеу'] },
      mistakes: ['Attleeu'],
      tenures: [aTenure({ officeId: 'kz-deputy', ...dates }), aTenure(dates)],
    }),
    aPerson({
      id: 'kosherbayev',
      name: 'Yermek Kosherbayev',
      spellings: {},
      tenures: [aTenure({ from: '2025-09-26' })],
    }),
  ],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('who', () => {
  it('shows joined offices with dates and says that they come from the profile', async () => {
    const text = await ask('Nurtleu');

    expect(text).toContain('- Deputy Prime Minister and Foreign Minister, KZ · Apr 2023 – 26 Sept 2025');
    expect(text).toContain('Offices and spellings come from the profile');
    expect(text).toContain('English: «Murat Nurtleu», «Nurtleu»');
    expect(text).toContain('Russian: «Мурат Нуртлеу»');
  });

  it('counts the spellings seen in stored articles and marks a mistake with its source', async () => {
    await storeArticle(store, { url: 'https://example.org/1', text: 'Nurtleu spoke. Nurtleu left.' }, [
      { form: 'Nurtleu', entityId: 'nurtleu' },
    ]);
    await storeArticle(
      store,
      { url: 'https://example.org/2', language: 'de', text: 'Attleeu betonte den Handel.' },
      [{ form: 'Attleeu', entityId: 'nurtleu', match: 'mistake' }],
    );

    const text = await ask('Nurtleu');

    expect(text).toContain('- «Nurtleu» — 2 times in 1 article, for example [The Astana Times, 2026-02-04]');
    expect(text).toContain('- «Attleeu» (a mistake) — once, in [The Astana Times, 2026-02-04]');
  });

  it('names the office of a day, also when the date stands in the words', async () => {
    expect(await ask('Nurtleu at 2025-04-24')).toContain(
      'On 24 Apr 2025: Deputy Prime Minister and Foreign Minister',
    );
    expect(await ask('Nurtleu', '2026-01-01')).toContain(
      'The profile does not know an office on 1 Jan 2026.',
    );
  });

  it('lists the holders of an office, or the one of a date', async () => {
    const all = await ask('foreign minister KZ');
    const one = await ask('foreign minister KZ', '2025-09-27');

    expect(all).toContain(
      '- Yermek Kosherbayev · since 26 Sept 2025\n- Murat Nurtleu · Apr 2023 – 26 Sept 2025',
    );
    expect(one).toContain('# Foreign Minister, KZ · 27 Sept 2025\n- Yermek Kosherbayev · since 26 Sept 2025');
    expect(one).not.toContain('Nurtleu');
  });

  it('shows both holders of a month in which the office changed hands', async () => {
    const text = await ask('foreign minister KZ at 2025-09');

    expect(text).toContain('Yermek Kosherbayev');
    expect(text).toContain('Murat Nurtleu');
  });

  it('refuses what is no date and says how to write one', async () => {
    await expect(ask('Nurtleu', 'spring')).rejects.toThrow(UserError);
    await expect(ask('Nurtleu', 'spring')).rejects.toThrow('Write 2025, 2025-04 or 2025-04-23.');
  });

  it('offers people with a similar name when it knows nobody', async () => {
    expect(await ask('Nurtileev')).toBe(
      'The profile has no person or office "Nurtileev".\nTry:\n- who Murat Nurtleu\n- search Nurtileev',
    );
  });
});

async function ask(name: string, at?: string): Promise<string> {
  return messageText(await who.run({ name, at }, aContext({ store, relationship })));
}
