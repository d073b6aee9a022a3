import type { ArticleDraft } from '../../src/domain/article.ts';
import { type DraftReading, readDocument } from '../../src/ingest/read-document.ts';
import type { Document } from '../../src/ports/documents.ts';
import { aSource } from '../fixtures/a-relationship.ts';

export const SOURCES = [
  aSource(),
  aSource({ id: 'dawn', name: 'Dawn', sites: ['dawn.com'], names: { en: ['Dawn'] } }),
];

export function aDocument(name: string, content: string | Uint8Array): Document {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, locator: `/inbox/${name}`, bytes };
}

export function readingsOf(name: string, content: string | Uint8Array): Promise<readonly DraftReading[]> {
  return readDocument(aDocument(name, content), SOURCES);
}

/** The one draft in a document; an error when there is none or more. */
export async function draftIn(name: string, content: string | Uint8Array): Promise<ArticleDraft> {
  const [reading, ...more] = await readingsOf(name, content);
  if (reading?.kind !== 'draft' || more.length > 0)
    throw new Error(`not one draft: ${JSON.stringify(reading)}`);
  return reading.draft;
}
