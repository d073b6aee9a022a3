import type { ChatPlatform } from '../src/ports/chat-platform.ts';
import { createConsoleAdapter } from './chat/console/console-adapter.ts';
import { createClock } from './clock/system-clock.ts';
import { createFetcher } from './fetch/create-fetcher.ts';
import { createDocuments } from './files/create-documents.ts';
import { createLogger } from './log/pino-logger.ts';
import { createYamlProfileReader } from './profile/yaml/create-yaml-profile-reader.ts';
import { openStore } from './store/open-store.ts';

/** The console is opened by whoever sits at it; platforms are opened by their settings, one line each. */
const platforms = {} satisfies Record<string, ChatPlatform>;
export const chat = { console: createConsoleAdapter, platforms };
export const clock = { system: createClock };
export const fetch = { guarded: createFetcher };
export const files = { local: createDocuments };
export const log = { pino: createLogger };
export const profile = { yaml: createYamlProfileReader };
export const store = { sql: openStore };
