import { types } from 'pg';

/** PostgreSQL's 64-bit integers and sums come as text; ours are instants and counts, which a number holds exactly. */
const NUMBERS: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];

/** How values come back, for one pool alone: a parser that was set for all would change other users of the library. */
export const typesAsStored = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    NUMBERS.includes(oid)
      ? Number
      : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};
