/** Letters, digits and marks that mean the same encoded or not (RFC 3986, 2.3). */
const UNRESERVED = /[\w.~-]/;

/**
 * Percent-encoding in one form: what needs none is decoded, the rest is in capitals, and a percent sign that encodes
 * nothing is itself encoded, so that it cannot come to encode something by what follows it.
 */
export function normalisePercents(text: string): string {
  return text.replace(/%([0-9a-f]{2})?/gi, (_, code?: string) => {
    if (code === undefined) return '%25';
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return UNRESERVED.test(character) ? character : `%${code.toUpperCase()}`;
  });
}
