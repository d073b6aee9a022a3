import type { Engine } from '../engine.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** One line an engine: how its addresses begin, and how to open the rest of one. */
export const engines = {
  sqlite: { scheme: /^file:/, open: openSqlite },
  postgres: { scheme: /^postgres(ql)?:\/\//, open: openPostgres },
} satisfies Record<string, { scheme: RegExp; open: (address: string) => Engine }>;
