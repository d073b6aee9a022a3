import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { commands } from '../../commands/index.ts';
import { type App, createApp } from '../../src/app.ts';
import type { Documents } from '../../src/ports/documents.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeChatAdapter, type FakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { aLine } from '../fixtures/a-line.ts';
import { messageText } from '../fixtures/message-text.ts';
import { NO_METRICS } from '../fixtures/no-metrics.ts';
import { NO_THREADS } from '../fixtures/no-threads.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** 08:00 in Almaty. */
const EIGHT = Date.parse('2026-02-04T03:00:00Z');

const ARRIVAL = `---
source: dawn
url: https://dawn.com/arrival
published: 2026-02-03T12:00:00+05:00
language: en
title: Tokayev lands in Islamabad
---
President Kassym-Jomart Tokayev of Kazakhstan arrived in Islamabad on a state visit on February 3. Prime Minister Shehbaz Sharif of Pakistan received him.`;
const SIGNING = `---
source: astana-times
url: https://astanatimes.com/signing
published: 2026-02-04T16:00:00+05:00
language: en
title: Kazakhstan and Pakistan sign Action Plan on trade
---
Kazakhstan and Pakistan signed the Action Plan on February 4 in Islamabad. It is about trade and the army.`;

let folder: string;
let clock: FakeClock;
let adapter: FakeChatAdapter;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-flow-'));
  clock = createFakeClock(EIGHT - 2 * 60 * MINUTE_MS);
  adapter = createFakeChatAdapter();
  return () => rm(folder, { recursive: true });
});

describe('a daily digest', () => {
  it('is posted at its time with the articles that have come in, each with its source', async () => {
    const app = await running();
    await subscribe(app);
    await app.ingest(['arrival.md']);

    await clock.advanceTo(EIGHT - 1);
    const early = sentTexts();
    await clock.advanceTo(EIGHT + MINUTE_MS);

    expect(early).toEqual([]);
    expect(sentTexts()).toHaveLength(1);
    expect(sentTexts()[0]).toContain('Tokayev lands in Islamabad');
    expect(sentTexts()[0]).toContain('[Dawn, 2026-02-03]');
    expect(adapter.sent[0]?.channel).toEqual({ platform: 'console', id: 'desk' });
    await app.stop();
  });

  it('tells only what is new the next day', async () => {
    const app = await running();
    await subscribe(app);
    await app.ingest(['arrival.md']);
    await clock.advanceTo(EIGHT);
    await app.ingest(['signing.md', 'arrival.md']);

    await clock.advanceTo(EIGHT + DAY_MS);

    expect(sentTexts()).toHaveLength(2);
    expect(sentTexts()[1]).toContain('sign Action Plan');
    expect(sentTexts()[1]).not.toContain('Tokayev lands');
    await app.stop();
  });

  it('is not repeated by a bot that was started anew', async () => {
    const first = await running();
    await subscribe(first);
    await first.ingest(['arrival.md']);
    await clock.advanceTo(EIGHT);
    await first.stop();

    const second = await running();
    await clock.advanceTo(EIGHT + 60 * MINUTE_MS);

    expect(sentTexts()).toHaveLength(1);
    await second.stop();
  });

  it('that fell due while nothing ran is made up for once, and says that it is late', async () => {
    const first = await running();
    await subscribe(first);
    await first.ingest(['arrival.md']);
    await first.stop();
    clock = createFakeClock(EIGHT + 60 * MINUTE_MS);

    const second = await running();
    await clock.advanceTo(EIGHT + 120 * MINUTE_MS);

    expect(sentTexts()).toHaveLength(1);
    expect(sentTexts()[0]).toContain('late');
    await second.stop();
  });

  it('is posted once by two processes over one archive', async () => {
    const one = await running();
    const two = await running();
    await subscribe(one);
    await one.ingest(['arrival.md']);

    await clock.advanceTo(EIGHT + 10 * MINUTE_MS);

    expect(adapter.attempts).toHaveLength(1);
    await one.stop();
    await two.stop();
  });

  it('is listed and can be ended from the channel', async () => {
    const app = await running();
    await subscribe(app);
    const listed = await answer(app, 'subscriptions');
    const [id = ''] = /\b[0-9a-f]{8}\b/.exec(listed) ?? [];

    const ended = await answer(app, `unsubscribe ${id}`);
    await clock.advanceTo(EIGHT + MINUTE_MS);

    expect(listed).toContain('08:00');
    expect(ended).not.toContain('subscriptions');
    expect(sentTexts()).toEqual([]);
    await app.stop();
  });
});

describe('a channel', () => {
  it('is answered from the articles that came in', async () => {
    const app = await running();
    await app.ingest(['arrival.md', 'signing.md']);
    await clock.advanceTo(EIGHT + DAY_MS);

    const visits = await answer(app, 'visits');
    const agreements = await answer(app, 'agreements');
    const nonsense = await answer(app, 'lastest');

    expect(visits).toContain('Visit of Kassym-Jomart Tokayev to Pakistan');
    expect(agreements).toContain('Action Plan');
    expect(nonsense).toContain('latest');
    await app.stop();
  });

  it('cannot be subscribed by somebody who does not manage it', async () => {
    const app = await running();

    await answer(app, 'subscribe daily 08:00 Asia/Almaty confirm:yes', { isManager: false });

    await clock.advanceTo(EIGHT + MINUTE_MS);
    expect(sentTexts()).toEqual([]);
    await app.stop();
  });
});

/** A started bot over the archive in the folder: a process of its own, but for the clock and the platform. */
async function running(): Promise<App> {
  const store: Store = await openStore(`file:${join(folder, 'archive.db')}`);
  await store.migrate();
  const app = createApp({
    ...{
      store,
      commands,
      clock,
      adapters: [adapter],
      relationship: aKnownPair(),
      logger: createFakeLogger(),
      metrics: NO_METRICS,
    },
    ...{
      documents: INBOX,
      fetcher: { get: async () => ({ kind: 'unchanged' as const, movedTo: null, freshForMs: null }) },
    },
    ...{
      language: 'en',
      zone: 'Asia/Almaty',
      graceMs: 6 * 60 * MINUTE_MS,
      retention: { articlesDays: null, editionsDays: null },
      operators: [],
      threads: NO_THREADS,
      isPolling: false,
    },
  });
  await app.start();
  return app;
}

async function subscribe(app: App): Promise<void> {
  await answer(app, 'subscribe daily 08:00 Asia/Almaty confirm:yes');
}

async function answer(app: App, line: string, { isManager = true } = {}): Promise<string> {
  const channel = { platform: 'console', id: 'desk' };
  const rights = { managesChannel: isManager };
  return messageText(await app.inbox.answer(aLine(line, { channel, userId: 'aigerim', rights })));
}

function sentTexts(): string[] {
  return adapter.sent.map(({ message }) => messageText(message));
}

const FILES: Readonly<Record<string, string>> = { 'arrival.md': ARRIVAL, 'signing.md': SIGNING };

const INBOX: Documents = {
  async *read(path) {
    const document = { locator: `/inbox/${path}`, name: path, bytes: Buffer.from(FILES[path] ?? '') };
    yield { kind: 'read', document };
  },
  count: async () => 1,
};
