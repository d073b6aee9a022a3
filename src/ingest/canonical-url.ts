import { addressInAmpCache, foldedHost, foldedPath, isAmpParameter } from './fold-amp.ts';
import { normalisePercents } from './normalise-percents.ts';
import { isTracking } from './tracking-parameters.ts';

/** More than servers accept; what is folded again and again takes time that grows with the square of the length. */
const MAX_LENGTH = 8_000;

/**
 * One spelling for one page: the host is lower-case without a final dot, a default port is left out, percent-encoding has
 * one form, AMP and mobile forms become the page itself, and tracking parameters and the fragment go (unless the fragment
 * is the page, as in `#!/news/1`). Order of parameters and slashes stay, for servers may tell them apart. Null for
 * anything but an http(s) address of sensible length without credentials.
 */
export function canonicalUrl(address: string, base?: string): string | null {
  const url = inOneSpelling(URL.parse(address.trim(), base));
  if (url === null) return null;
  const original = addressInAmpCache(url);
  return original === null ? url.href : canonicalUrl(original);
}

/** Host and path first: only then does the address of a cache show itself in all its forms. */
function inOneSpelling(url: URL | null): URL | null {
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.href.length > MAX_LENGTH || url.username !== '' || url.password !== '') return null;
  url.hostname = foldedHost(url.hostname.replace(/\.+$/, ''));
  url.pathname = foldedPath(normalisePercents(url.pathname));
  url.search = identifyingPart(normalisePercents(url.search));
  url.hash = /^#!./.test(url.hash) ? normalisePercents(url.hash) : '';
  return url.href.length > MAX_LENGTH ? null : url;
}

/** The parameters as they were written, without those that only tell where a reader came from. */
function identifyingPart(search: string): string {
  return search
    .split('&')
    .map((parameter) => parameter.replace(/^\?+/, ''))
    .filter((parameter) => parameter !== '' && !isAmpParameter(parameter) && !isTracking(parameter))
    .join('&');
}
