import { beforeEach, describe, expect, it } from 'vitest';
import { status } from '../../commands/status.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anEvent } from '../fixtures/a-ledger-entry.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('status', () => {
  it('shows how every platform is doing, since when and why', async () => {
    const since = Date.parse('2026-02-10T03:30:00Z');
    const health = [
      { platform: 'here', state: 'connected', since, detail: null },
      { platform: 'there', state: 'down', since, detail: 'The token was refused.' },
    ] as const;

    const shown = messageText(await status.run({}, aContext({ store, health: () => health })));

    expect(shown).toContain(
      'Platforms: here connected since 10 Feb 2026, 08:30; there down since 10 Feb 2026, 08:30: The token was refused.',
    );
  });

  it('counts what is stored', async () => {
    await storeArticle(store, { url: 'https://example.org/1' });
    await storeArticle(store, {
      url: 'https://example.org/2',
      language: 'ru',
      publishedAt: Date.parse('2026-02-05T06:00:00Z'),
    });
    await store.ledger.replace({ events: [anEvent()], agreements: [] }, []);
    await store.subscriptions.add(aSubscription(), 0);

    const lines = messageText(await status.run({}, aContext({ store }))).split('\n');

    expect(lines).toEqual([
      '# Kazakhstan–Pakistan: what is stored',
      'Articles: 2',
      'By relevance: both sides together 2',
      'By language: English 1, Russian 1',
      'Newest article: 5 Feb 2026, 11:00',
      'Stories: 0',
      'Ledger: 1 event, 0 agreements',
      'Subscriptions: 1',
      'Deliveries: none yet',
    ]);
  });

  it('says what to do when nothing is stored', async () => {
    const text = messageText(await status.run({}, aContext({ store })));

    expect(text).toContain('Nothing is stored yet.');
  });
});
