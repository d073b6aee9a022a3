import { setTimeout } from 'node:timers/promises';
import { appOver, openStore } from './open-app.ts';
import { readProfile } from './read-samples.ts';

const SETTLE_MS = 500;
const BYTES_A_MEGABYTE = 1_000_000;

// Opens the bot over an archive and prints the megabytes that the process holds at rest.
const app = appOver(await openStore(process.argv[2] ?? ''), await readProfile());
await app.start();
await setTimeout(SETTLE_MS);
globalThis.gc?.();
process.stdout.write(String(process.memoryUsage.rss() / BYTES_A_MEGABYTE));
await app.stop();
