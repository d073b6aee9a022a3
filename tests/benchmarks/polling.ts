import { pollAnHour } from '../jobs/poll-an-hour.ts';

const hour = await pollAnHour({ feeds: 300, hosts: 60 });
const requests = [...hour.requestsByHost.values()].map(({ length }) => length);

process.stdout.write('Three hundred feeds on sixty hosts, polled through an hour of simulated time\n');
process.stdout.write(
  [
    `  requests a host     ${Math.min(...requests)} to ${Math.max(...requests)}`,
    `  articles stored     ${hour.articles}`,
    `  longest block       ${hour.longestBlockMs.toFixed(1)} ms`,
    `  heap grew by        ${hour.heapGrowthMiB.toFixed(1)} MiB`,
    '',
  ].join('\n'),
);
