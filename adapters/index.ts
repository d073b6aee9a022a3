import { createConsoleAdapter } from './chat/console/console-adapter.ts';
import { createClock } from './clock/system-clock.ts';
import { createLogger } from './log/pino-logger.ts';

export const chat = { console: createConsoleAdapter };
export const clock = { system: createClock };
export const log = { pino: createLogger };
