import { createConsoleAdapter } from './chat/console/console-adapter.ts';
import { createClock } from './clock/system-clock.ts';
import { createFetcher } from './fetch/create-fetcher.ts';
import { createDocuments } from './files/create-documents.ts';
import { createLogger } from './log/pino-logger.ts';
import { createYamlProfileReader } from './profile/yaml/create-yaml-profile-reader.ts';
import { openStore } from './store/open-store.ts';

export const chat = { console: createConsoleAdapter };
export const clock = { system: createClock };
export const fetch = { guarded: createFetcher };
export const files = { local: createDocuments };
export const log = { pino: createLogger };
export const profile = { yaml: createYamlProfileReader };
export const store = { sql: openStore };
