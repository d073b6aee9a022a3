import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** The address is not one that Dragoman may reach. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/**
 * Resolves a name for a socket that is about to connect, so that the addresses checked are the addresses connected to.
 * One forbidden address among several refuses them all.
 */
export function guardedLookup(allowPrivate: readonly string[]): LookupFunction {
  return (host, options, answer) => {
    const family = options.family === 4 || options.family === 6 ? options.family : 0;
    lookup(host, { all: true, family }).then(
      (addresses) => {
        const forbidden = addresses.find(({ address }) => !mayReach(address, allowPrivate));
        const [first] = addresses;
        if (forbidden !== undefined) answer(new ForbiddenAddress(`${host} is at ${forbidden.address}`), []);
        else if (options.all === true) answer(null, addresses);
        else answer(null, first?.address ?? '', first?.family);
      },
      (error: Error) => answer(error, []),
    );
  };
}

/** A literal address never goes through a lookup, so it is judged by itself. Names pass here; their lookup judges. */
export function mayReachHost(hostname: string, allowPrivate: readonly string[]): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 || mayReach(host, allowPrivate);
}

function mayReach(address: string, allowPrivate: readonly string[]): boolean {
  return allowPrivate.includes(address) || isPublicAddress(address);
}
