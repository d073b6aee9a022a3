import type { FetchOutcome, Validators } from '../../src/ports/fetcher.ts';
import { plainHost } from './reach.ts';
import type { Hop } from './read-response.ts';
import { refused } from './refusals.ts';

/** One request for one address. */
export type Visit = (url: URL, validators: Validators | null) => Promise<Hop>;

const MAX_REDIRECTS = 5;

/**
 * Goes from address to address until one answers, and remembers how far the page has moved for good. Validators belong to
 * the host that gave them and are sent to no other.
 */
export async function followRedirects(
  start: string,
  validators: Validators | null,
  visit: Visit,
): Promise<FetchOutcome> {
  let address = start;
  let movedTo: string | null = null;
  let isForGood = true;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null) return refused('not a web address');
    const problem = problemOf(url);
    if (problem !== null) return refused(problem);
    const hop = await visit(url, hostOf(address) === hostOf(start) ? validators : null);
    if (hop.kind === 'refused') return hop;
    if (hop.kind !== 'moved') return { ...hop, movedTo };
    isForGood &&= hop.isPermanent;
    if (isForGood) movedTo = hop.to;
    address = hop.to;
  }
  return refused(`redirected more than ${MAX_REDIRECTS} times`);
}

function problemOf({ protocol, username, password }: URL): string | null {
  if (protocol !== 'http:' && protocol !== 'https:') return 'only http and https addresses are read';
  if (username !== '' || password !== '') return 'addresses with a user name or password are not read';
  return null;
}

function hostOf(address: string): string {
  return plainHost(new URL(address).host);
}
