import type { ArticleId } from '../../src/domain/identity.ts';
import type { Fingerprint } from '../../src/ports/store.ts';
import { readJson } from './stored-json.ts';

export interface FingerprintRow {
  readonly article_id: ArticleId;
  readonly body: string;
}

export type FingerprintReader = (row: FingerprintRow) => Fingerprint;

/** About 20 MB; articles that arrive in the order of their days share nearly all their candidates. */
const KEPT = 1_000;

/**
 * Parsing a fingerprint costs ten times as much as reading it, so the last ones are kept. Each is kept with the text
 * it was parsed from: one that was changed, by whichever process, or rolled back is parsed anew.
 */
export function fingerprintReader(): FingerprintReader {
  const kept = new Map<ArticleId, { readonly body: string; readonly fingerprint: Fingerprint }>();
  return ({ article_id: id, body }) => {
    const known = kept.get(id);
    const current = known?.body === body ? known : { body, fingerprint: readJson<Fingerprint>(body) };
    kept.delete(id);
    kept.set(id, current);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return current.fingerprint;
  };
}
