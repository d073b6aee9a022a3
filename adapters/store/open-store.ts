import { Kysely } from 'kysely';
import { UserError } from '../../src/errors.ts';
import type { Store } from '../../src/ports/store.ts';
import { engines } from './dialects/index.ts';
import { fingerprintReader } from './fingerprint-reader.ts';
import { storeOver } from './store.ts';
import type { Tables } from './tables.ts';

/** Opens the database that a URL names; the schema comes with `migrate`. */
export async function openStore(databaseUrl: string): Promise<Store> {
  const kind = Object.values(engines).find(({ scheme }) => scheme.test(databaseUrl));
  const address = kind ? databaseUrl.replace(kind.scheme, '') : '';
  if (!kind || address === '') throw new UserError(REFUSAL);
  const engine = kind.open(address);
  return storeOver(new Kysely<Tables>({ dialect: engine.dialect }), engine, fingerprintReader());
}

const REFUSAL =
  'DATABASE_URL must name a file, such as file:./data/dragoman.db, or a PostgreSQL server, such as postgres://user:password@host/database.';
