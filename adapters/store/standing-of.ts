import type { ArticleDraft } from '../../src/domain/article.ts';
import { isDeleted } from './delete-article.ts';
import { findSame } from './find-same.ts';
import type { Db } from './tables.ts';

export async function standingOf(db: Db, draft: ArticleDraft): Promise<'new' | 'stored' | 'deleted'> {
  if (await findSame(db, draft)) return 'stored';
  return (await isDeleted(db, draft)) ? 'deleted' : 'new';
}
