import { enableCompileCache } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const SETTLE_MS = 500;
const BYTES_A_MEGABYTE = 1_000_000;

// Opens the bot over an archive, as the program does, and prints the megabytes that the process holds at rest.
enableCompileCache();
const { appOver, openStore } = await import('./open-app.ts');
const { readProfile } = await import('./read-samples.ts');

const app = appOver(await openStore(process.argv[2] ?? ''), await readProfile());
await app.start();
await setTimeout(SETTLE_MS);
globalThis.gc?.();
process.stdout.write(String(process.memoryUsage.rss() / BYTES_A_MEGABYTE));
await app.stop();
