import type { LogFacts, Logger } from '../../src/ports/logger.ts';

interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: LogFacts;
  readonly error?: unknown;
}

export interface FakeLogger extends Logger {
  readonly lines: readonly LogLine[];
}

/** Keeps its lines for the test to look at. */
export function createFakeLogger(): FakeLogger {
  const lines: LogLine[] = [];
  return {
    lines,
    info: (event, facts = {}) => void lines.push({ level: 'info', event, facts }),
    warn: (event, facts = {}) => void lines.push({ level: 'warn', event, facts }),
    error: (event, error, facts = {}) => void lines.push({ level: 'error', event, facts, error }),
  };
}
