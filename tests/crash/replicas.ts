import { parseArgs } from 'node:util';
import { postgresDatabases } from '../fixtures/postgres-databases.ts';
import { liveTogether } from './live-together.ts';
import { deliveriesPerSecond } from './measure-throughput.ts';
import { isSound, reportText } from './report-text.ts';

const PROCESSES = [1, 2, 3];
const options = {
  rounds: { type: 'string', default: '60' },
  channels: { type: 'string', default: '20' },
  seed: { type: 'string', default: '20260127' },
  digests: { type: 'string', default: '600' },
} as const;
const { values } = parseArgs({ options });
let isAllSound = false;
const databases = postgresDatabases();
const newDatabase = async () => (await databases.make()).address;

try {
  const together = await liveTogether({
    ...{ databaseUrl: await newDatabase(), replicas: 3, rounds: Number(values.rounds) },
    ...{ channelsEach: Number(values.channels), seed: Number(values.seed) },
  });
  process.stdout.write(
    `Three processes on PostgreSQL, ${together.kills} killed, ${together.freezes} frozen\n`,
  );
  process.stdout.write(reportText(together));
  isAllSound = isSound(together);
  for (const processes of PROCESSES) {
    const rate = await deliveriesPerSecond(await newDatabase(), processes, Number(values.digests) / 2);
    process.stdout.write(`  digests a second with ${processes}  ${rate.toFixed(1).padStart(6)}\n`);
  }
} finally {
  await databases.stop();
}
// Left to itself the package of the PostgreSQL server ends the process with 0.
process.exit(isAllSound ? 0 : 1);
