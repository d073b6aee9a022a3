import { join } from 'node:path';
import * as adapters from '../../adapters/index.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Relationship } from '../../src/domain/relationship.ts';
import { readDocument } from '../../src/ingest/read-document.ts';

const RELATIONSHIP_FOLDER = 'relationships/kazakhstan-pakistan';

export async function readProfile(): Promise<Relationship> {
  const { relationship, problems } = await adapters.profile.yaml().read(RELATIONSHIP_FOLDER);
  if (relationship === null) throw new Error(`The profile cannot be read: ${problems[0]?.message ?? ''}`);
  return relationship;
}

/** The sample articles as drafts, in the order of their names. */
export async function readSamples(relationship: Relationship): Promise<ArticleDraft[]> {
  const drafts: ArticleDraft[] = [];
  for await (const found of adapters.files.local().read(join(RELATIONSHIP_FOLDER, 'samples'))) {
    if (found.kind === 'failed') throw new Error(`${found.name}: ${found.reason}`);
    for (const reading of await readDocument(found.document, relationship.sources)) {
      if (reading.kind === 'draft') drafts.push(reading.draft);
    }
  }
  return drafts;
}
