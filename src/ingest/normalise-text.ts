/**
 * The one form in which text is stored: NFC, `\n` line ends, no white space around it. Everything else stays as
 * written, because evidence is cut out of it.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .trim();
}

/** A title on one line. */
export function normaliseTitle(title: string): string {
  return title.normalize('NFC').replace(/\s+/g, ' ').trim();
}
