/** Direction marks, embeddings and isolates; tag characters and other signs that show nothing. Joiners stay: Urdu needs them. */
const INVISIBLE =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROLS = /\p{Cc}/gu;

/** Text from outside on one line, without anything that shows nothing but steers what is shown. */
export function withoutSteering(text: string): string {
  return text.replace(BREAKS, ' ').replace(CONTROLS, '').replace(INVISIBLE, '');
}

/** A web address, written so that it holds no space, quote, bracket or pipe; null for anything else. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return href.replace(/[\s<>|()[\]"'`\\^{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
