import type { ArticleDraft, SaveOutcome } from '../domain/article.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { Documents } from '../ports/documents.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import { sourceAt } from './find-source.ts';
import { type IngestSummary, openTally, type Tally } from './ingest-summary.ts';
import { type DraftReading, readDocument } from './read-document.ts';

export interface IngestPorts {
  readonly documents: Documents;
  readonly fetcher: Fetcher;
  readonly relationship: Relationship;
  /** Stores the drafts and understands them, all or none; one outcome for each, in their order. */
  accept(drafts: readonly ArticleDraft[]): Promise<readonly SaveOutcome[]>;
}

/** Files and pages read so far, of how many. */
export type OnProgress = (done: number, total: number) => void;

const BATCH_SIZE = 20;

/** Reads files, folders and web addresses into the store. What cannot be read is counted and named, and stops nothing. */
export async function ingest(
  inputs: readonly string[],
  ports: IngestPorts,
  onProgress: OnProgress = () => undefined,
): Promise<IngestSummary> {
  const total = await countDocuments(inputs, ports.documents);
  const tally = openTally(ports.relationship.sources);
  let batch: ArticleDraft[] = [];
  let done = 0;
  for await (const readings of readAll(inputs, ports)) {
    for (const reading of readings) {
      if (reading.kind === 'failed') tally.countFailed(reading);
      else batch.push(reading.draft);
    }
    while (batch.length >= BATCH_SIZE) {
      await acceptBatch(batch.slice(0, BATCH_SIZE), ports, tally);
      batch = batch.slice(BATCH_SIZE);
    }
    done += 1;
    onProgress(done, Math.max(total, done));
  }
  if (batch.length > 0) await acceptBatch(batch, ports, tally);
  return tally.summary();
}

async function acceptBatch(drafts: readonly ArticleDraft[], ports: IngestPorts, tally: Tally): Promise<void> {
  const outcomes = await ports.accept(drafts);
  drafts.forEach((draft, index) => {
    const outcome = outcomes[index];
    if (outcome !== undefined) tally.countArticle(draft.sourceId.value, outcome);
  });
}

type Reading = DraftReading & { readonly sourceId?: string | null };

async function* readAll(inputs: readonly string[], ports: IngestPorts): AsyncGenerator<readonly Reading[]> {
  for (const input of inputs) {
    if (isWebAddress(input)) yield await readAddress(input, ports);
    else yield* readPath(input, ports);
  }
}

async function* readPath(path: string, ports: IngestPorts): AsyncGenerator<readonly Reading[]> {
  for await (const reading of ports.documents.read(path)) {
    yield reading.kind === 'failed'
      ? [reading]
      : await readDocument(reading.document, ports.relationship.sources);
  }
}

async function readAddress(address: string, ports: IngestPorts): Promise<readonly Reading[]> {
  const { sources } = ports.relationship;
  const sourceId = sourceAt(address, sources)?.id ?? null;
  const outcome = await ports.fetcher.get(address);
  if (outcome.kind === 'unchanged') return [];
  if (outcome.kind === 'refused')
    return [{ kind: 'failed', name: address, reason: outcome.reason, sourceId }];
  const document = { locator: outcome.url, name: address, bytes: outcome.bytes };
  const readings = await readDocument(document, sources, outcome.contentType);
  return readings.map((reading) => ({ ...reading, sourceId }));
}

async function countDocuments(inputs: readonly string[], documents: Documents): Promise<number> {
  const counts = await Promise.all(inputs.map((input) => (isWebAddress(input) ? 1 : documents.count(input))));
  return counts.reduce((sum, count) => sum + count, 0);
}

function isWebAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}
