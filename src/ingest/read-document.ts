import type { ArticleDraft } from '../domain/article.ts';
import type { Source } from '../domain/relationship.ts';
import type { Document } from '../ports/documents.ts';
import { decode } from './decode.ts';
import { draftOf, type FindingOrFailure } from './draft-of.ts';
import { findingsOf } from './feeds/findings-of.ts';
import { parseFeedText } from './feeds/read-feed-document.ts';
import { type DocumentKind, documentKind } from './formats/document-kind.ts';
import { readHtml } from './formats/read-html.ts';
import { readJson, readJsonLines } from './formats/read-json.ts';
import { readPlainText } from './formats/read-plain-text.ts';

export type DraftReading =
  | { readonly kind: 'draft'; readonly name: string; readonly draft: ArticleDraft }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string };

/** Notes that stand beside articles and are none. */
const NOT_ARTICLES = /\.ya?ml$/i;

const NAMES: Readonly<Record<DocumentKind, string>> = {
  'plain-text': 'text',
  html: 'HTML',
  json: 'JSON',
  'json-lines': 'JSON',
  feed: 'a feed',
};

/**
 * The articles in one file or page. Whatever is wrong with it comes back as `failed` readings; it never throws, so that
 * one bad file stops nothing else.
 */
export async function readDocument(
  document: Document,
  sources: readonly Source[],
  contentType: string | null = null,
): Promise<readonly DraftReading[]> {
  const { name, locator, bytes } = document;
  if (NOT_ARTICLES.test(name)) return [];
  if (bytes.byteLength === 0) return [failed(name, 'it is empty')];
  const text = decode(bytes, contentType);
  if (text === null) return [failed(name, 'not a text file, or in an encoding that cannot be told')];
  const kind = documentKind(name, text);
  try {
    const findings = await readAs(kind, locator, text.replace(/^\uFEFF/, ''));
    return await Promise.all(findings.map((finding) => toReading(finding, name, sources)));
  } catch (error) {
    return [failed(name, `cannot be read as ${NAMES[kind]}: ${firstLine(error)}`)];
  }
}

async function readAs(
  kind: DocumentKind,
  locator: string,
  text: string,
): Promise<readonly FindingOrFailure[]> {
  switch (kind) {
    case 'plain-text':
      return [readPlainText(locator, text)];
    case 'html':
      return [await readHtml(locator, text)];
    case 'json':
      return readJson(locator, text);
    case 'json-lines':
      return readJsonLines(locator, text);
    case 'feed':
      return findingsOf(await parseFeedText(text, locator), locator);
  }
}

async function toReading(
  finding: FindingOrFailure,
  name: string,
  sources: readonly Source[],
): Promise<DraftReading> {
  if ('reason' in finding) return failed(name + finding.position, finding.reason);
  const draft = await draftOf(finding, sources);
  return draft === null ? failed(name, 'there is no text in it') : { kind: 'draft', name, draft };
}

function failed(name: string, reason: string): DraftReading {
  return { kind: 'failed', name, reason };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
