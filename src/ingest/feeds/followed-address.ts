import { isTracking } from '../tracking-parameters.ts';

/**
 * The address at which a feed is followed: as it is written, without tracking and fragment. Unlike those of articles it is
 * not folded, because a mobile site may be the only one that has the feed. Null for anything but an http(s) address
 * without credentials.
 */
export function followedAddress(written: string): string | null {
  const url = URL.parse(written.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  url.hash = '';
  const parameters = url.search.replace(/^\?/, '').split('&');
  url.search = parameters.filter((parameter) => !isTracking(parameter)).join('&');
  return url.href;
}
