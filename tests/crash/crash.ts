import { parseArgs } from 'node:util';
import { postgresDatabases } from '../fixtures/postgres-databases.ts';
import { liveAMonth } from './live-a-month.ts';
import { isSound, reportText } from './report-text.ts';

const options = {
  engine: { type: 'string', default: 'sqlite' },
  kills: { type: 'string', default: '500' },
  days: { type: 'string', default: '30' },
  channels: { type: 'string', default: '20' },
  seed: { type: 'string', default: '20260127' },
} as const;
const { values } = parseArgs({ options });
const databases = postgresDatabases();
const databaseUrl = values.engine === 'postgres' ? (await databases.make()).address : null;
const startedAt = performance.now();

const month = await liveAMonth({
  ...{ databaseUrl, kills: Number(values.kills), days: Number(values.days) },
  ...{ longestLifeMs: 4_000, aimedShare: 0.5, hasArticles: true },
  ...{ channelsEach: Number(values.channels), seed: Number(values.seed) },
  onKill: (kills, at) => {
    if (kills % 25 === 0) process.stderr.write(`${kills} kills, ${new Date(at).toISOString()}\n`);
  },
});

await databases.stop();
const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
process.stdout.write(
  `${values.days} days on ${databaseUrl === null ? 'SQLite' : 'PostgreSQL'}, ${month.kills} kills, in ${minutes} minutes\n`,
);
process.stdout.write(reportText(month, [['kills at a post', month.killsAtPosts]]));
// Left to itself the package of the PostgreSQL server ends the process with 0.
process.exit(isSound(month) ? 0 : 1);
