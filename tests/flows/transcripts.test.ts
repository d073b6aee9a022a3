import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type BotEverywhere, openEverywhere } from '../fixtures/bot-everywhere.ts';

/** Every command, as a line and as typed options. `{…}` stands for what an earlier answer showed. */
const ASKED: readonly {
  readonly name: string;
  readonly line: string;
  readonly options?: Readonly<Record<string, string>>;
}[] = [
  { name: 'settings', line: 'settings en Asia/Almaty', options: { language: 'en', zone: 'Asia/Almaty' } },
  { name: 'help', line: 'help timeline', options: { command: 'timeline' } },
  { name: 'latest', line: 'latest defence since:2025-09', options: { topic: 'defence', since: '2025-09' } },
  { name: 'story', line: 'story s-98def854', options: { id: 's-98def854' } },
  { name: 'search', line: 'search TAPI', options: { words: 'TAPI' } },
  {
    name: 'ask',
    line: 'ask When did Tokayev visit Pakistan?',
    options: { question: 'When did Tokayev visit Pakistan?' },
  },
  {
    name: 'timeline',
    line: 'timeline tokayev since:2026-02',
    options: { person: 'tokayev', since: '2026-02' },
  },
  { name: 'visits', line: 'visits' },
  { name: 'sources', line: 'sources list', options: { action: 'list' } },
  { name: 'agreements', line: 'agreements signed', options: { status: 'signed' } },
  { name: 'agreement', line: 'agreement transit', options: { id: 'transit-trade-agreement' } },
  { name: 'evidence', line: 'evidence ebuses', options: { id: 'ebuses' } },
  { name: 'who', line: 'who Nurtleu', options: { name: 'Nurtleu' } },
  { name: 'coverage', line: 'coverage all', options: { which: 'all' } },
  { name: 'digest', line: 'digest 7d', options: { period: '7d' } },
  {
    name: 'subscribe',
    line: 'subscribe daily 08:00 Asia/Almaty confirm:yes',
    options: { schedule: 'daily 08:00 Asia/Almaty', confirm: 'yes' },
  },
  {
    name: 'follow',
    line: 'follow tokayev quiet:22:00-07:00 zone:Asia/Almaty',
    options: { person: 'tokayev', quiet: '22:00-07:00', zone: 'Asia/Almaty' },
  },
  { name: 'subscriptions', line: 'subscriptions' },
  { name: 'pause', line: 'pause {subscription}', options: { id: '{subscription}' } },
  { name: 'resume', line: 'resume {subscription}', options: { id: '{subscription}' } },
  { name: 'mute', line: 'mute topic defence', options: { kind: 'topic', what: 'defence' } },
  { name: 'unsubscribe', line: 'unsubscribe {subscription}', options: { id: '{subscription}' } },
  { name: 'retry', line: 'retry d-0123456789abcdef', options: { delivery: 'd-0123456789abcdef' } },
  {
    name: 'why',
    line: 'why 2020-02-29-qazinform-political-consultations.md',
    options: { article: '2020-02-29-qazinform-political-consultations.md' },
  },
  {
    name: 'delete',
    line: 'delete 2020-02-29-qazinform-political-consultations.md',
    options: { article: '2020-02-29-qazinform-political-consultations.md' },
  },
  { name: 'status', line: 'status' },
];

const GOLDEN = join(import.meta.dirname, '../fixtures/transcripts');

let bot: BotEverywhere;

beforeAll(async () => {
  bot = await openEverywhere();
}, 60_000);

afterAll(() => bot.close());

describe('every command over the samples', () => {
  it('is among those asked here', () => {
    expect(ASKED.map(({ name }) => name).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  });

  it.each(ASKED)('answers the same on every platform, whole: $line', async ({ name, line, options = {} }) => {
    const answers = await bot.ask(line, name, options);

    const [console, ...others] = answers;
    for (const { platform, shown, said } of answers) {
      expect({ platform, words: wordsOf(shown) }).toEqual({ platform, words: wordsOf(said) });
    }
    for (const { content } of others) expect(content).toEqual(console?.content);
    const transcript = answers
      .map(({ platform, shown }) => `━━━ ${platform}\n\n${shown.trim()}\n`)
      .join('\n');
    await expect(transcript).toMatchFileSnapshot(join(GOLDEN, `${name}.txt`));
  });
});

/** What is said, without how it is laid out. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
