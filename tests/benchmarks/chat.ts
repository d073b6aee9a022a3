import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { aRunningBot, slackSettings } from '../fixtures/a-running-bot.ts';
import { aDiscord } from '../fixtures/discord/a-discord.ts';
import { outage } from '../fixtures/discord/discord-server.ts';
import { aSlack } from '../fixtures/slack/a-slack.ts';
import { quantile } from './measure-commands.ts';

/** A thousand commands at fifty a second, twice: how soon each is acknowledged, and whether memory grows. */
const COMMANDS = 1_000;
const A_SECOND = 50;
const DEADLINE_MS = 3_000;
const OUTAGE_MS = 12_000;
/** So that memory shows what is kept, not what nobody has had reason to collect yet. */
const BOUNDED_HEAP = { NODE_OPTIONS: '--max-old-space-size=100 --max-semi-space-size=4' };
const ASKED = [
  { line: 'latest', command: 'latest', options: {} },
  { line: 'search TAPI', command: 'search', options: { words: 'TAPI' } },
  { line: 'timeline defence', command: 'timeline', options: { topic: 'defence' } },
  { line: 'agreements signed', command: 'agreements', options: { status: 'signed' } },
  { line: 'who Tokayev', command: 'who', options: { name: 'Tokayev' } },
  { line: 'digest 7d', command: 'digest', options: { period: '7d' } },
] as const;

interface Crowd {
  readonly platform: string;
  readonly settings: Readonly<Record<string, string>>;
  isConnected(): boolean;
  ask(asked: (typeof ASKED)[number]): void;
  /** Of every command so far, how long it took to be acknowledged; null where it was not. */
  delaysMs(): readonly (number | null)[];
  answers(): number;
  /** The platform is out of reach for so long. */
  outage(lengthMs: number): Promise<void>;
  dispose(): Promise<void>;
}

async function measure(crowd: Crowd, databaseUrl: string): Promise<void> {
  const bot = await aRunningBot({ ...crowd.settings, ...BOUNDED_HEAP, DATABASE_URL: databaseUrl });
  while (!crowd.isConnected()) await pause(50);
  const memoryMb: number[] = [];
  for (let round = 1; round <= 3; round += 1) {
    await askAll(crowd, round === 1 ? COMMANDS / 10 : COMMANDS);
    await pause(2_000);
    memoryMb.push(residentMb(bot.pid));
  }
  const delays = crowd.delaysMs().slice(COMMANDS / 10);
  const known = delays.filter((delay) => delay !== null);
  const backMs = await backAfterOutage(crowd);
  const cells = [
    crowd.platform,
    ...[quantile(known, 0.5), quantile(known, 0.99), Math.max(...known)].map((ms) => `${Math.round(ms)} ms`),
    `${known.filter((ms) => ms < DEADLINE_MS).length} of ${2 * COMMANDS}`,
    memoryMb.map((mb) => String(Math.round(mb))).join(' → '),
    `${(backMs / 1_000).toFixed(1)} s`,
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  await bot.stop();
  await crowd.dispose();
}

/** How long after the platform is back the bot has answered a command; people ask until they are answered. */
async function backAfterOutage(crowd: Crowd): Promise<number> {
  await crowd.outage(OUTAGE_MS);
  const backAt = performance.now();
  const before = crowd.answers();
  while (crowd.answers() === before) {
    crowd.ask(ASKED[0]);
    await pause(250);
  }
  return performance.now() - backAt;
}

async function askAll(crowd: Crowd, count: number): Promise<void> {
  const startedAt = performance.now();
  const before = crowd.answers();
  for (let place = 0; place < count; place += 1) {
    const dueMs = (place * 1_000) / A_SECOND;
    await pause(Math.max(0, startedAt + dueMs - performance.now()));
    crowd.ask(ASKED[place % ASKED.length] as (typeof ASKED)[number]);
  }
  for (let tries = 0; tries < 300 && crowd.answers() - before < count; tries += 1) await pause(100);
}

/** What the process holds of the machine's memory. */
function residentMb(pid: number): number {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}

async function onSlack(): Promise<Crowd> {
  const slack = await aSlack();
  return {
    platform: 'Slack, sockets',
    settings: slackSettings(slack.server.url, slack.workspace().token),
    isConnected: () => slack.server.links.count() > 0,
    ask: ({ line }) => void slack.typeLine(line),
    delaysMs: () =>
      slack.acknowledgements.map(({ delayMs, isAcknowledged }) => (isAcknowledged ? delayMs : null)),
    answers: () => slack.seen().length,
    outage: slack.outage,
    dispose: slack.dispose,
  };
}

async function onDiscord(): Promise<Crowd> {
  const discord = await aDiscord({ commands });
  const { token, applicationId, apiUrl } = discord.account;
  const { desk, board, gateway } = discord.server;
  return {
    platform: 'Discord',
    settings: { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl },
    isConnected: () => gateway.sessions() > 0,
    ask: ({ command, options }) => void discord.run({ command, options }),
    delaysMs: () => desk.all().map(({ acknowledgedAfterMs }) => acknowledgedAfterMs),
    answers: () => board.all().filter(({ isThinking, onlyFor }) => !isThinking && onlyFor !== null).length,
    outage: (lengthMs) => outage(discord.server, lengthMs),
    dispose: discord.dispose,
  };
}

/** An archive of the sample articles, as the bot will open it. */
function archiveOfSamples(): string {
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'dragoman-bench-')), 'archive.db')}`;
  const samples = 'relationships/kazakhstan-pakistan/samples';
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    POLLING: 'off',
  };
  execFileSync(process.execPath, ['src/main.ts', 'ingest', samples], { env, stdio: 'ignore' });
  return databaseUrl;
}

process.stdout.write(
  `${COMMANDS} commands at ${A_SECOND} a second, twice, after ${COMMANDS / 10} to warm up.\n\n` +
    '| Platform | Acknowledged after: median | p99 | longest | within 3 s | Memory of the bot, MB | Back after 12 s of outage |\n' +
    '| --- | --- | --- | --- | --- | --- | --- |\n',
);
const databaseUrl = archiveOfSamples();
for (const open of [onSlack, onDiscord]) await measure(await open(), databaseUrl);
