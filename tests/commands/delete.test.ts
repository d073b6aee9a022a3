import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deletion } from '../../commands/delete.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { aDraft } from '../fixtures/an-article.ts';
import { messageText } from '../fixtures/message-text.ts';

const URL_OF_IT = 'https://dawn.com/news/1';

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  await store.articles.save(aDraft({ url: URL_OF_IT, title: 'A visit that never was' }), 0);
});

afterEach(() => store.close());

describe('delete', () => {
  it('is for operators, and between them and the bot', () => {
    expect(deletion).toMatchObject({ access: 'operators', visibility: 'private' });
  });

  it('asks first, and says what goes', async () => {
    const shown = await run({ article: URL_OF_IT });

    expect(shown).toContain('A visit that never was');
    expect(shown).toContain('What rests on it alone goes with it');
    expect(await store.articles.count()).toBe(1);
  });

  it.each([[URL_OF_IT], [`<${URL_OF_IT}>`], [`${URL_OF_IT}?utm_source=chat`]])(
    'deletes what is confirmed, however its address is written: %s',
    async (article) => {
      const shown = await run({ article, confirm: 'yes' });

      expect(shown).toContain('Deleted: A visit that never was');
      expect(await store.articles.count()).toBe(0);
    },
  );

  it('says so when there is no such article', async () => {
    const shown = await run({ article: 'https://dawn.com/news/2', confirm: 'yes' });

    expect(shown).toContain('https://dawn.com/news/2');
    expect(await store.articles.count()).toBe(1);
  });
});

async function run(options: Readonly<Record<string, string>>): Promise<string> {
  return messageText(await deletion.run(options, aContext({ store })));
}
