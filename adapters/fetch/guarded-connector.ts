import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import { plainHost, portOf, type Reach } from './reach.ts';

/** All addresses of a name, as the operating system knows them. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** The place is not one that Dragoman may reach; the message says why. */
export class ForbiddenPlace extends Error {
  override readonly name = 'ForbiddenPlace';
}

/**
 * Opens sockets only to places within reach: a literal address is judged as it stands, a name by what it resolves to. The
 * addresses checked are the addresses connected to, because the socket
 * asks no other resolver; certificates are always verified, whatever the environment says.
 */
export function guardedConnector(
  build: typeof buildConnector,
  reach: Reach,
  resolve: Resolve,
): buildConnector.connector {
  return (options, answer) => {
    const host = plainHost(options.hostname);
    const port = portOf(options);
    const problem = isIP(host) === 0 ? null : reach({ host, port, address: host });
    if (problem !== null) return answer(new ForbiddenPlace(problem), null);
    const lookup = guardedLookup(reach, port, resolve);
    build({ lookup, rejectUnauthorized: true })(options, answer);
  };
}

/** One forbidden address among several refuses them all. */
function guardedLookup(reach: Reach, port: number, resolve: Resolve): LookupFunction {
  return (host, { all, family }, answer) => {
    checkedAddresses().then(
      (addresses) => {
        const [first] = addresses;
        if (all === true) answer(null, [...addresses]);
        else answer(null, first?.address ?? '', first?.family);
      },
      (error: Error) => answer(error, []),
    );

    async function checkedAddresses(): Promise<readonly LookupAddress[]> {
      const addresses = await resolve(plainHost(host));
      for (const { address } of addresses) {
        const problem = reach({ host, port, address });
        if (problem !== null) throw new ForbiddenPlace(problem);
      }
      return addresses.filter((found) => (family !== 4 && family !== 6) || found.family === family);
    }
  };
}
