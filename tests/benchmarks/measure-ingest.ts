import type { ArticleDraft } from '../../src/domain/article.ts';
import type { AcceptPorts } from '../../src/jobs/accept-articles.ts';
import { acceptArticles } from '../../src/jobs/accept-articles.ts';

const BATCH_SIZE = 20;

/** Articles taken through the whole pipeline in a second, in batches as ingest makes them. */
export async function ingestRate(drafts: readonly ArticleDraft[], ports: AcceptPorts): Promise<number> {
  const startedAt = performance.now();
  for (let at = 0; at < drafts.length; at += BATCH_SIZE) {
    await acceptArticles(drafts.slice(at, at + BATCH_SIZE), ports);
  }
  return drafts.length / ((performance.now() - startedAt) / 1000);
}
