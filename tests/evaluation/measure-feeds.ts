import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readFeedDocument } from '../../src/ingest/feeds/read-feed-document.ts';
import { type FeedCheck, feedCheckHolds, isMeasured } from './feed-checks.ts';
import { type Row, showCount } from './table.ts';

const FILE = '../shared/datasets/feeds/feedparser.jsonl';
const WHERE = 'the tests of feedparser (kurtmckee/feedparser on GitHub), one JSON object a feed,';
/** Where the tests of feedparser suppose their feeds to be. */
const SERVER = 'http://127.0.0.1:8097/';

const feedCase = z.object({
  case: z.string(),
  headers: z.array(z.string()),
  checks: z.array(z.object({ path: z.string(), equals: z.unknown() })),
  base64: z.string(),
});
type FeedCase = z.infer<typeof feedCase>;

interface Measured {
  readonly folder: string;
  readonly checks: readonly { readonly path: string; readonly holds: boolean }[];
  readonly tookMs: number;
  readonly name: string;
  readonly hasCrashed: boolean;
}

/** How well feeds are read, by the expectations of feedparser; a line says where to get them. */
export async function measureFeeds(): Promise<Row[]> {
  if (!existsSync(FILE)) return [row(`put ${WHERE} into ${FILE}`, 'not measured')];
  const measured: Measured[] = [];
  for (const line of (await readFile(FILE, 'utf8')).split('\n'))
    if (line.trim() !== '') measured.push(await measure(feedCase.parse(JSON.parse(line))));
  const slowest = measured.reduce((one, other) => (other.tookMs > one.tookMs ? other : one));
  const crashes = measured.filter(({ hasCrashed }) => hasCrashed).length;
  return [
    ...sharesOf(measured),
    row('checks that do not hold, by kind', failingKinds(measured)),
    row('crashes', showCount(crashes, measured.length)),
    row('slowest', `${Math.ceil(slowest.tookMs)} ms (${slowest.name})`),
  ];
}

async function measure({ case: name, headers, checks, base64 }: FeedCase): Promise<Measured> {
  const startedAt = performance.now();
  const reading = await readFeedDocument({
    bytes: Buffer.from(base64, 'base64'),
    contentType: headerOf('content-type', headers),
    url: URL.parse(headerOf('content-location', headers) ?? name, SERVER)?.href ?? SERVER,
  }).catch(() => null);
  const tookMs = performance.now() - startedAt;
  const feed = reading?.kind === 'feed' ? reading.feed : null;
  const judged = checks.filter(isMeasured).map(async (check: FeedCheck) => ({
    path: check.path,
    holds: feed !== null && (await feedCheckHolds(check, feed)),
  }));
  return {
    folder: name.split('/').slice(0, -1).join('/'),
    checks: await Promise.all(judged),
    tookMs,
    name,
    hasCrashed: reading === null,
  };
}

function headerOf(name: string, headers: readonly string[]): string | null {
  const header = headers.find((line) => line.toLowerCase().startsWith(`${name}:`));
  return header?.slice(name.length + 1).trim() ?? null;
}

function sharesOf(measured: readonly Measured[]): Row[] {
  const folders = [...new Set(measured.map(({ folder }) => folder))].toSorted();
  const inFolders = folders.map((folder): [string, readonly Measured[]] => [
    `checks that hold, ${folder}`,
    measured.filter((one) => one.folder === folder),
  ]);
  return [['checks that hold (feedparser)', measured] as const, ...inFolders].flatMap(([measure, some]) => {
    const checks = some.flatMap((one) => one.checks);
    const held = checks.filter(({ holds }) => holds).length;
    return checks.length === 0 ? [] : [row(measure, showCount(held, checks.length))];
  });
}

/** `feed.updated_parsed 5, entries.title 2`: the most frequent first. */
function failingKinds(measured: readonly Measured[]): string {
  const failing = measured.flatMap(({ checks }) => checks.filter(({ holds }) => !holds));
  const byKind = Object.groupBy(failing, ({ path }) =>
    path.replace(/\W*\d+\W*|\W+/g, '.').replace(/\.$/, ''),
  );
  const kinds = Object.entries(byKind).map(([kind, some]): [string, number] => [kind, some?.length ?? 0]);
  const sorted = kinds.toSorted(([, one], [, other]) => other - one);
  return sorted.length === 0 ? 'none' : sorted.map(([kind, count]) => `${kind} ${count}`).join(', ');
}

function row(measure: string, all: string): Row {
  return { what: 'Feeds', measure, all };
}
