import { createConsoleAdapter } from './chat/console/console-adapter.ts';
import { discord } from './chat/discord/platform.ts';
import { slack } from './chat/slack/platform.ts';
import { createClock } from './clock/system-clock.ts';
import { createFetcher } from './fetch/create-fetcher.ts';
import { createDocuments } from './files/create-documents.ts';
import { createLogger } from './log/pino-logger.ts';
import { createPromMetrics } from './metrics/prom-metrics.ts';
import { createYamlProfileReader } from './profile/yaml/create-yaml-profile-reader.ts';
import { openStore } from './store/open-store.ts';
import { createThreads } from './threads/create-threads.ts';
import { openWebServer } from './web/open-web-server.ts';

/** The console is opened by whoever sits at it; platforms are opened by their settings, one line each. */
const platforms = { discord, slack };
export const chat = { console: createConsoleAdapter, platforms };
export const clock = { system: createClock };
export const fetch = { guarded: createFetcher };
export const files = { local: createDocuments };
export const log = { pino: createLogger };
export const metrics = { prometheus: createPromMetrics };
export const profile = { yaml: createYamlProfileReader };
export const store = { sql: openStore };
export const threads = { workers: createThreads };
export const web = { http: openWebServer };
