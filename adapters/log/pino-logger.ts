import {
  type DestinationStream,
  destination as fileDestination,
  type Logger as Pino,
  pino,
  stdTimeFunctions,
} from 'pino';
import type { Logger } from '../../src/ports/logger.ts';

type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LoggerOptions {
  readonly level: LogLevel;
  /** A stream such as standard error, or a file that is appended to (its folder is made); null writes nothing. */
  readonly destination: DestinationStream | { readonly file: string } | null;
}

/** One JSON object a line: time, level, event, facts; an error with its stack. */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level: destination === null ? 'silent' : level,
    base: null,
    messageKey: 'event',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger: Pino = pino(options, streamOf(destination));
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    error: (event, error, facts = {}) => logger.error({ ...facts, err: asError(error) }, event),
  };
}

/** Files are written at once, so that the last lines before a crash are there. */
function streamOf(destination: LoggerOptions['destination']): DestinationStream {
  if (destination === null) return { write() {} };
  if ('file' in destination) return fileDestination({ dest: destination.file, mkdir: true, sync: true });
  return destination;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
