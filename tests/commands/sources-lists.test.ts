import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sources } from '../../commands/sources.ts';
import type { Message } from '../../src/domain/message.ts';
import { readOpml } from '../../src/ingest/feeds/read-opml.ts';
import type { CommandContext, OptionValues } from '../../src/ports/command.ts';
import type { Fetcher } from '../../src/ports/fetcher.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { aFeed } from '../fixtures/a-feed.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const NOW = Date.parse('2026-02-10T06:00:00Z');
const LIST = 'https://lists.example/feeds.opml';
const FOREIGN = `<opml version="1.0"><body>
  <outline text="Dawn" type="rss" xmlUrl="https://www.dawn.example/rss" language="en-US"/>
  <outline text="Known" type="rss" xmlUrl="https://example.org/f-0000000000000001.xml"/>
  <outline text="Elsewhere" type="rss" xmlUrl="https://third.example/rss"/>
  <outline text="Bad" type="rss" xmlUrl="ftp://bad.example/rss"/>
  <outline text="Nothing" type="rss"/>
</body></opml>`;
const relationship = aRelationship({
  sources: [aSource({ id: 'dawn', name: 'Dawn', side: 'PK', sites: ['dawn.example'] })],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

describe('sources import', () => {
  it('shows what a list would add before it is confirmed, and adds nothing', async () => {
    await store.feeds.add(aFeed());

    const message = await run({ action: 'import', feed: LIST }, { fetcher: serving(FOREIGN) });

    const text = messageText(message);
    expect(text).toContain('In the list: 5\nNew: 2\nFollowed already: 1\nNot taken: 2');
    expect(text).toContain('- Dawn · Pakistan · English · https://www.dawn.example/rss');
    expect(text).toContain('- Elsewhere · third party · ');
    expect(text).toContain('"ftp://bad.example/rss" is not a web address');
    expect(text).toContain('The feed "Nothing" has no address.');
    expect(text).toContain(`(Follow all 2: sources import ${LIST} confirm:yes)`);
    expect(await store.feeds.all()).toHaveLength(1);
  });

  it('adds the new feeds once that is confirmed, and once only', async () => {
    await store.feeds.add(aFeed({ title: 'As it was', language: 'ur' }));
    const confirmed = { action: 'import', feed: LIST, confirm: 'yes' };

    const first = await run(confirmed, { fetcher: serving(FOREIGN) });
    const second = await run(confirmed, { fetcher: serving(FOREIGN) });

    expect(messageText(first)).toContain('2 more feeds are followed');
    expect(messageText(second)).toContain('No feed of the list is new');
    expect(await store.feeds.all()).toMatchObject([
      { title: 'As it was', language: 'ur', origin: 'profile' },
      { title: 'Dawn', sourceId: 'dawn', side: 'PK', language: 'en', origin: 'operator', pause: null },
      { title: 'Elsewhere', sourceId: null, side: 'third', language: 'other', origin: 'operator' },
    ]);
  });

  it('spreads the first checks of a long list over five minutes', async () => {
    const many = Array.from({ length: 50 }, (_, n) => `<outline xmlUrl="https://n${n}.example/"/>`).join('');
    const fetcher = serving(`<opml><body>${many}</body></opml>`);

    await run({ action: 'import', feed: LIST, confirm: 'yes' }, { fetcher });

    const waits = (await store.feeds.all()).map(({ state }) => state.nextCheckAt - NOW);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...waits)).toBeLessThan(300_000);
    expect(new Set(waits).size).toBeGreaterThan(40);
  });

  it('shows the beginning of a long list, and how much more there is', async () => {
    const many = Array.from(
      { length: 205 },
      (_, n) => `<outline text="N${n}" xmlUrl="https://a.example/${n}"/>`,
    );
    const fetcher = serving(`<opml><body>${many.join('')}</body></opml>`);

    const text = messageText(await run({ action: 'import', feed: LIST }, { fetcher }));

    expect(text).toContain('- N9 · ');
    expect(text).not.toContain('- N10 · ');
    expect(text).toContain('- and 190 more');
    expect(text).toContain('the last 5 feeds are left out');
  });

  it('says in one sentence what is wrong with a list or its address', async () => {
    const page = await run({ action: 'import', feed: LIST }, { fetcher: serving('<html></html>') });
    const unreachable = await run({ action: 'import', feed: LIST });

    expect(messageText(page)).toBe(`Nothing is imported from ${LIST}: not a list of feeds in OPML.`);
    expect(messageText(unreachable)).toBe(`Nothing is imported from ${LIST}: nothing is read here.`);
    await expect(run({ action: 'import' })).rejects.toThrow('Say the address of the list');
    await expect(run({ action: 'import', feed: 'next door' })).rejects.toThrow('not a web address');
  });
});

describe('sources export', () => {
  it('gives pages that are lists by themselves and bring every feed back', async () => {
    for (let n = 0; n < 12; n += 1) await store.feeds.add(aFeedNumber(n));
    const other = await anEmptyStore();

    for (const page of [1, 2]) {
      const opml = codeIn(await run({ action: 'export' }, { page, line: 'sources export' }));
      const fetcher = serving(opml);
      await run({ action: 'import', feed: LIST, confirm: 'yes' }, { store: other, fetcher });
    }

    const [before, after] = [await store.feeds.all(), await other.feeds.all()];
    await other.close();
    const kept = before.map(({ url, title, side, sourceId, language, isConfirmed }) => {
      return { url, title, side, sourceId, language, isConfirmed };
    });
    expect(after).toMatchObject(kept);
    expect(after.map(({ pause }) => pause?.reason ?? null)).toEqual(
      before.map(({ pause }) => pause?.reason ?? null),
    );
    expect(after.filter(({ pause }) => pause !== null)).toHaveLength(6);
  });

  it('leads to the next page, and gives no empty list beyond the last', async () => {
    for (let n = 0; n < 12; n += 1) await store.feeds.add(aFeedNumber(n));

    const first = await run({ action: 'export' }, { line: 'sources export' });
    const beyond = await run({ action: 'export' }, { page: 9, line: 'sources export' });

    expect(messageText(first)).toContain('sources export page:2');
    const reading = await readOpml({ bytes: Buffer.from(codeIn(first)), contentType: null });
    expect(reading.kind === 'list' && reading.feeds).toHaveLength(10);
    expect(codeIn(beyond)).not.toContain('opml');
    expect(messageText(beyond)).toContain('There is no page 9');
  });

  it('says when there is nothing to export', async () => {
    expect(messageText(await run({ action: 'export' }))).toContain('No feed is followed yet');
  });
});

function aFeedNumber(n: number) {
  const reason = `"gone" & <lost> ${n}`;
  return aFeed({
    id: `f-${String(n).padStart(16, '0')}`,
    url: `https://example.org/${n}?a=1&b=2`,
    title: `Feed ${String.fromCharCode(65 + n)} <"'&>`,
    sourceId: n % 3 === 0 ? 'dawn' : null,
    side: n % 3 === 0 ? 'KZ' : 'third',
    language: n % 2 === 0 ? 'kk' : 'other',
    isConfirmed: n % 4 !== 0,
    pause: n % 2 === 0 ? { at: 1, by: 'gone', reason, isTold: false } : null,
  });
}

function run(options: OptionValues, choices: Partial<CommandContext> = {}): Promise<Message> {
  return sources.run(options, aContext({ store, relationship, now: NOW, ...choices }));
}

/** The lines that stand in code, as somebody copies them. */
function codeIn({ blocks }: Message): string {
  const inlines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : []));
  return inlines
    .filter(({ kind }) => kind === 'code')
    .map((inline) => ('text' in inline ? inline.text : ''))
    .filter((line) => line.startsWith('<'))
    .join('\n');
}

function serving(body: string): Fetcher {
  const validators = { etag: null, lastModified: null };
  const rest = { contentType: null, validators, movedTo: null, freshForMs: null };
  return { get: async (url) => ({ kind: 'fetched', url, bytes: Buffer.from(body), ...rest }) };
}
