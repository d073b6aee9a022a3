/**
 * The one form in which text is stored: NFC, `\n` line ends, no control characters, no white space around it. Everything
 * else stays as written, because evidence is cut out of it.
 */
export function normaliseText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are to go
      .replace(/[\0-\x08\x0b\x0e-\x1f]/g, '')
      .trim()
  );
}

/** A title on one line. */
export function normaliseTitle(title: string): string {
  return title.normalize('NFC').replace(/\s+/g, ' ').trim();
}
