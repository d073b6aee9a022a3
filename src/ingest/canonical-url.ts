const TRACKING = new Set([
  'fbclid',
  'gclid',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'ysclid',
  'twclid',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  '_ga',
  '_gl',
  '_openstat',
  'cmpid',
  'ocid',
]);

/**
 * One spelling for one page: tracking parameters and fragment go, the host is lower-case, a default port is left out.
 * Null for anything but an http(s) address without credentials.
 */
export function canonicalUrl(address: string, base?: string): string | null {
  const url = URL.parse(address.trim(), base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  const tracking = [...url.searchParams.keys()].filter(isTracking);
  for (const name of tracking) url.searchParams.delete(name);
  if (/^\?*$/.test(url.search)) url.search = '';
  return url.href;
}

function isTracking(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return name.startsWith('utm_') || TRACKING.has(name);
}
