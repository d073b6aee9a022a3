import type { Engine } from '../engine.ts';
import { openSqlite } from './sqlite.ts';

/** One line an engine: how its addresses begin, and how to open the rest of one. */
export const engines = {
  sqlite: { scheme: 'file:', open: openSqlite },
} satisfies Record<string, { scheme: string; open: (address: string) => Engine }>;
