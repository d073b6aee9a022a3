import { parseArgs } from 'node:util';
import { liveAMonth } from './live-a-month.ts';
import { isSound, reportText } from './report-text.ts';

const options = {
  kills: { type: 'string', default: '500' },
  days: { type: 'string', default: '30' },
  channels: { type: 'string', default: '20' },
  seed: { type: 'string', default: '20260127' },
} as const;
const { values } = parseArgs({ options });
const startedAt = performance.now();

const month = await liveAMonth({
  ...{ databaseUrl: null, kills: Number(values.kills), days: Number(values.days) },
  ...{ longestLifeMs: 4_000, aimedShare: 0.5, hasArticles: true },
  ...{ channelsEach: Number(values.channels), seed: Number(values.seed) },
  onKill: (kills, at) => {
    if (kills % 25 === 0) process.stderr.write(`${kills} kills, ${new Date(at).toISOString()}\n`);
  },
});

const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
process.stdout.write(`${values.days} days on SQLite, ${month.kills} kills, in ${minutes} minutes\n`);
process.stdout.write(reportText(month, [['kills at a post', month.killsAtPosts]]));
process.exitCode = isSound(month) ? 0 : 1;
