import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/identity.ts';
import { type BotPlan, startBot } from './killed-bot.ts';

const FOLDER = join(import.meta.dirname, '../../relationships/kazakhstan-pakistan/samples');

export interface Samples {
  /** Lets the program take in the articles of all days until then, those of each day once. */
  storeUntil(at: Instant, plan: BotPlan): Promise<void>;
}

/** The sample articles, by the day that their names begin with. */
export function samplesByDay(): Samples {
  let waiting = readdirSync(FOLDER).filter((name) => /^\d{4}-\d{2}-\d{2}-/.test(name));
  return {
    async storeUntil(at, plan) {
      const isPast = (name: string) => Date.parse(name.slice(0, 10)) <= at;
      const past = waiting.filter(isPast);
      waiting = waiting.filter((name) => !isPast(name));
      if (past.length === 0) return;
      const ingest = startBot(plan, ['ingest', ...past.map((name) => join(FOLDER, name))]);
      const code = await ingest.gone;
      if (code !== 0) throw new Error(`The articles were not taken in: ${ingest.errors()}`);
    },
  };
}
