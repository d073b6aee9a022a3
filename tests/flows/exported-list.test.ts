import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOpml } from '../../src/ingest/feeds/read-opml.ts';
import { type BotEverywhere, openEverywhere } from '../fixtures/bot-everywhere.ts';

let bot: BotEverywhere;

beforeAll(async () => {
  bot = await openEverywhere();
}, 60_000);

afterAll(() => bot.close());

describe('a list of feeds', () => {
  it('can be copied from what every platform shows, and is the same list', async () => {
    const feeds = await bot.store.feeds.all();

    const answers = await bot.ask('sources export', 'sources', { action: 'export' });

    for (const { platform, shown } of answers) {
      const reading = await readOpml({ bytes: Buffer.from(shown), contentType: null });
      const read = reading.kind === 'list' ? reading.feeds.map(({ url, title }) => ({ url, title })) : [];
      expect({ platform, read }).toEqual({ platform, read: feeds.map(({ url, title }) => ({ url, title })) });
    }
  });
});
