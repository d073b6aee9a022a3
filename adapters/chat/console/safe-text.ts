import { stripVTControlCharacters } from 'node:util';

/** Direction marks, embeddings and isolates; tag characters and other signs that show nothing. Joiners stay: Urdu needs them. */
const INVISIBLE =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROLS = /\p{Cc}/gu;

/** Text from outside on one line, without anything that could steer a terminal or turn the reading direction. */
export function safeText(text: string): string {
  return stripVTControlCharacters(text).replace(BREAKS, ' ').replace(CONTROLS, '').replace(INVISIBLE, '');
}

/** An address that is safe inside an OSC 8 link or between angle brackets; null for anything but a web address. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
