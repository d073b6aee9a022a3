import { BlockList, isIP, isIPv6 } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A place that a connection would go to. */
export interface Place {
  /** As the URL names it, without brackets. */
  readonly host: string;
  readonly port: number;
  /** What the host resolved to; the host itself when it is an address. */
  readonly address: string;
}

/** Says in a sentence why a place must not be connected to; null when it may. */
export type Reach = (place: Place) => string | null;

const STANDARD_PORTS: readonly number[] = [80, 443];

/**
 * The public internet at its standard ports, and what `allow` names: host names, `host:port`, addresses, and blocks like
 * `10.1.0.0/16`. What is allowed may be private and, unless the entry names a port, at any port.
 */
export function createReach(allow: readonly string[]): Reach {
  const names = new Set(allow.map((entry) => plainHost(entry.toLowerCase())));
  const blocks = blockListOf(allow);

  return ({ host, port, address }) => {
    const name = plainHost(host);
    const isAllowed =
      names.has(name) || names.has(withPort(name, port)) || blocks.check(address, familyOf(address));
    if (isAllowed) return null;
    if (!isPublicAddress(address)) {
      return `not on the public internet: ${name === address ? name : `${name} is at ${address}`}`;
    }
    if (STANDARD_PORTS.includes(port)) return null;
    return `port ${port} is not read, only 80 and 443; an operator can allow ${withPort(name, port)}`;
  };
}

/** Without the brackets of an IPv6 address and the trailing dot of a full name, neither of which changes the host. */
export function plainHost(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

export function portOf({ protocol, port }: Pick<URL, 'protocol' | 'port'>): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

function withPort(name: string, port: number): string {
  return isIPv6(name) ? `[${name}]:${port}` : `${name}:${port}`;
}

function blockListOf(allow: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of allow) {
    const [network = '', prefix] = plainHost(entry).split('/');
    if (isIP(network) === 0) continue;
    if (prefix === undefined) list.addAddress(network, familyOf(network));
    else list.addSubnet(network, Number(prefix), familyOf(network));
  }
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
