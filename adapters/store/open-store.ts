import { Kysely } from 'kysely';
import { UserError } from '../../src/errors.ts';
import type { Store } from '../../src/ports/store.ts';
import { engines } from './dialects/index.ts';
import { fingerprintReader } from './fingerprint-reader.ts';
import { storeOver } from './store.ts';
import type { Tables } from './tables.ts';

/** Opens the database that a URL names; the schema comes with `migrate`. */
export async function openStore(databaseUrl: string): Promise<Store> {
  const kind = Object.values(engines).find(({ scheme }) => databaseUrl.startsWith(scheme));
  if (!kind) throw new UserError(refusal(databaseUrl));
  const address = databaseUrl.slice(kind.scheme.length);
  if (address === '') throw new UserError(refusal(databaseUrl));
  const engine = kind.open(address);
  return storeOver(new Kysely<Tables>({ dialect: engine.dialect }), engine, fingerprintReader());
}

function refusal(databaseUrl: string): string {
  if (/^postgres(ql)?:/.test(databaseUrl)) {
    return 'PostgreSQL comes with a later version; set DATABASE_URL to a file, such as file:./data/dragoman.db.';
  }
  return 'The database must be a file: set DATABASE_URL to something like file:./data/dragoman.db.';
}
