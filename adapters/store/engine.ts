import type { Dialect, SelectQueryBuilder } from 'kysely';
import type { ArticleId, Instant } from '../../src/domain/identity.ts';
import type { Page, Passage, PassageHit, PassageQuery, Window } from '../../src/ports/store.ts';
import type { Db } from './tables.ts';

/** How one engine keeps passages and ranks them: full-text search is where engines differ most. */
export interface PassageIndex {
  /** Called by a migration. */
  createTables(db: Db): Promise<void>;
  /** Replaces the passages of one article; called within a transaction. */
  put(db: Db, id: ArticleId, publishedAt: Instant | null, passages: readonly Passage[]): Promise<void>;
  /** `query` has at least one term, and no term is blank. */
  search(db: Db, query: PassageQuery, window: Window): Promise<Page<PassageHit>>;
}

/** An open database of one kind. Everything that differs between engines is behind this. */
export interface Engine {
  readonly dialect: Dialect;
  readonly passages: PassageIndex;
  /** What this engine needs once the tables are as they should be; it may find that nothing is to be done. */
  afterMigrations(db: Db): Promise<void>;
  /** Within a transaction: keeps every other that asks for the same name waiting until this one ends, in all processes. */
  lock(db: Db, name: string): Promise<void>;
  /** Leaves out rows that another transaction is taking at this moment, where one can look past them. */
  skipTaken<Row, Schema, Table extends keyof Schema>(
    rows: SelectQueryBuilder<Schema, Table, Row>,
  ): SelectQueryBuilder<Schema, Table, Row>;
  /** Writes a consistent copy to a file that must not exist yet. */
  copyTo(db: Db, file: string): Promise<void>;
  /** Takes the database for one process that runs the bot, until it ends; `UserError` when another has it. */
  claimSole(): Promise<void>;
  /** Releases what `Kysely.destroy` does not: it is called after it. */
  close(): Promise<void>;
}
