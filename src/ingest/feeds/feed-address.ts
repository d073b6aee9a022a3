/** An http(s) address as a feed writes it, made absolute; null for anything else. A feed in a file has no `base`. */
export function feedAddress(address: string | null | undefined, base: string | null): string | null {
  if (typeof address !== 'string' || address.trim() === '') return null;
  const site = base !== null && URL.canParse(base) ? base : undefined;
  const url = URL.parse(address.trim(), site);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
