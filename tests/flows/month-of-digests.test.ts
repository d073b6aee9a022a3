import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Entry, Message } from '../../src/domain/message.ts';
import { acceptArticles } from '../../src/jobs/accept-articles.ts';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import { createProfileIndex } from '../../src/understand/profile-index.ts';
import { readProfile, readSamples } from '../benchmarks/read-samples.ts';
import { createFakeChatAdapter } from '../fakes/fake-chat-adapter.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeLogger } from '../fakes/fake-logger.ts';
import { aSubscription } from '../fixtures/a-subscription.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { anInbox } from '../fixtures/an-inbox.ts';
import { messageText } from '../fixtures/message-text.ts';

const DAY_MS = 86_400_000;
/** 08:00 in Almaty on the last day of January. */
const FIRST_DUE = Date.parse('2026-01-31T03:00:00Z');
const DAYS = 36;
/** What a development has to name: the old and the new, or who tells it now. */
const NAMES_A_FACT = /→|moved from .+ to |date set: .+\(before: |^Now also reported from /;

/** An event keeps its name when better dates come to light, but for its time. */
const TIME_OF_EVENT = /(?:-\d{4}(?:-\d{2})*(?:-to)?)+$/;

/** One entry of an edition: its section, its words, and the command that is about it alone. */
interface Told {
  readonly section: string;
  readonly line: string;
  readonly command: string | null;
}

/** The digests of a channel, one a day, while the samples come in on the days on which they were published. */
async function replay(): Promise<readonly Message[]> {
  const relationship = await readProfile();
  const drafts = await readSamples(relationship);
  const store = await anEmptyStore();
  const adapter = createFakeChatAdapter();
  await adapter.start(anInbox());
  const logger = createFakeLogger();
  const ports = {
    store,
    logger,
    relationship,
    adapters: [adapter],
    language: 'en' as const,
    graceMs: DAY_MS,
  };
  const index = createProfileIndex(relationship);
  await store.subscriptions.add(aSubscription({ createdAt: FIRST_DUE - DAY_MS, length: 'full' }), 0);
  for (let day = 0; day < DAYS; day += 1) {
    const dueAt = FIRST_DUE + day * DAY_MS;
    const clock = createFakeClock(dueAt - 1);
    const fresh = publishedBetween(drafts, day === 0 ? 0 : dueAt - DAY_MS, dueAt);
    await acceptArticles(fresh, { store, clock, index });
    const jobs = createJobs({ ...ports, clock }, null);
    jobs.start();
    await clock.advanceTo(dueAt);
    await jobs.stop();
  }
  await store.close();
  return adapter.sent.map(({ message }) => message);
}

function publishedBetween(drafts: readonly ArticleDraft[], from: number, until: number): ArticleDraft[] {
  return drafts.filter(({ publication: { at } }) => at !== null && at >= from && at < until);
}

function entriesOf({ blocks }: Message): readonly Told[] {
  let section = '';
  return blocks.flatMap((block): readonly Told[] => {
    if (block.kind === 'paragraph') section = messageText({ blocks: [block] });
    return block.kind === 'entries' ? block.entries.map((entry) => toldIn(section, entry)) : [];
  });
}

function toldIn(section: string, entry: Entry): Told {
  const line = messageText({ blocks: [{ kind: 'paragraph', text: entry.text }] });
  const own = entry.actions.find(({ command }) => !command.startsWith('story ')) ?? entry.actions[0];
  return { section, line, command: own?.command.replace(TIME_OF_EVENT, '') ?? null };
}

let editions: readonly Message[];

beforeAll(async () => {
  editions = await replay();
});

describe('a month of samples, told day by day', () => {
  it('has one edition a day, and news on some of them', () => {
    const withNews = editions.filter((edition) => entriesOf(edition).length > 0);

    expect(editions).toHaveLength(DAYS);
    expect(withNews.length).toBeGreaterThan(5);
  });

  it('repeats nothing but what has changed, and then names the change', () => {
    const told = editions.map(entriesOf);

    const repeated = told.flatMap((entries, at) => {
      const before = new Set(
        told
          .slice(0, at)
          .flat()
          .flatMap(({ command }) => command ?? []),
      );
      return entries.filter(({ command }) => command !== null && before.has(command));
    });

    expect(repeated.filter(({ line }) => !NAMES_A_FACT.test(line))).toEqual([]);
    expect(repeated.map(({ line }) => line.split(' · ')[0])).toEqual(
      expect.arrayContaining(['ready to sign → signed', 'Now also reported from Kazakhstan']),
    );
  });

  it('names the fact of every development', () => {
    const developments = editions.flatMap(entriesOf).filter(({ section }) => section === 'Developments');

    expect(developments.length).toBeGreaterThan(1);
    expect(developments.filter(({ line }) => !NAMES_A_FACT.test(line))).toEqual([]);
  });

  it('is one line on a quiet day', () => {
    const quiet = editions.filter((edition) => entriesOf(edition).length === 0).map(messageText);

    expect(quiet.length).toBeGreaterThan(20);
    expect(quiet.filter((text) => !/^[^\n]+: nothing new\.$/.test(text))).toEqual([]);
  });

  it('quotes nothing but what stands in a stored article', async () => {
    const texts = (await readSamples(await readProfile())).map(
      ({ text, title }) => `${title.value}\n${text}`,
    );
    const quoted = editions.flatMap(entriesOf).flatMap(({ line }) => [...line.matchAll(/«([^»]+)»/g)]);

    const invented = quoted.filter(([, words = '']) => !texts.some((text) => text.includes(words)));

    expect(quoted.length).toBeGreaterThan(10);
    expect(invented).toEqual([]);
  });
});
