import type { Inbox } from '../../src/ports/chat-adapter.ts';
import { aLine } from '../fixtures/a-line.ts';

const LINES: Readonly<Record<string, readonly string[]>> = {
  latest: ['latest', 'latest defence', 'latest trade since:2023-01', 'latest transport since:2025'],
  search: [
    'search transit trade agreement',
    'search прямые рейсы',
    'search Tokayev Islamabad',
    'search келісім',
  ],
  timeline: ['timeline', 'timeline defence', 'timeline tokayev since:2024', 'timeline since:2022 until:2022'],
};
const ROUNDS = 50;

export interface Delays {
  readonly command: string;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** How long people wait for an answer; the first round warms the caches up and does not count. */
export async function measureCommands(inbox: Inbox): Promise<Delays[]> {
  const delays: Delays[] = [];
  for (const [command, lines] of Object.entries(LINES)) {
    for (const line of lines) await answer(line, inbox);
    const tookMs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const line of lines) tookMs.push(await answer(line, inbox));
    }
    delays.push({ command, medianMs: quantile(tookMs, 0.5), p99Ms: quantile(tookMs, 0.99) });
  }
  return delays;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function answer(line: string, inbox: Inbox): Promise<number> {
  const startedAt = performance.now();
  await inbox.answer(aLine(line));
  return performance.now() - startedAt;
}
