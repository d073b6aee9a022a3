import type { Migration } from 'kysely/migration';
import type { PassageIndex } from '../engine.ts';

/** Full-text tables differ between engines. */
export function passagesMigration(passages: PassageIndex): Migration {
  return { up: (db) => passages.createTables(db) };
}
