const DECLARED = /<\?xml[^>]{0,200}encoding=["']([\w.-]+)["']|<meta[^>]{0,200}charset=["']?([\w.-]+)/i;
/** Control characters that no text has; tab, line ends and form feed it may have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a binary file
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;
/** Above this share of non-ASCII bytes an eight-bit text is Cyrillic, below it Western European. */
const CYRILLIC_SHARE = 0.2;

/**
 * The text of a file or page: by byte order mark, then by what HTTP, XML or HTML declares, then by what its bytes can
 * only be. Null when it is not text.
 */
export function decode(bytes: Uint8Array, contentType: string | null = null): string | null {
  const candidates = [byMark(bytes), declared(bytes, contentType), utf16(bytes), 'utf-8', eightBit(bytes)];
  for (const encoding of candidates) {
    const text = encoding === null ? null : decodeAs(bytes, encoding);
    if (text !== null) return BINARY.test(text) ? null : text;
  }
  return null;
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function declared(bytes: Uint8Array, contentType: string | null): string | null {
  const byHeader = /charset=["']?([\w.-]+)/i.exec(contentType ?? '')?.[1];
  if (byHeader !== undefined) return byHeader;
  const match = DECLARED.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'));
  const label = match?.[1] ?? match?.[2] ?? null;
  return label !== null && /^utf-?16/i.test(label) ? null : label;
}

/** Without a mark, UTF-16 shows by the empty half of its ASCII characters, white space and full stops at least. */
function utf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < sample.length / 20) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

function eightBit(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536);
  const high = sample.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0);
  if (high < sample.length * CYRILLIC_SHARE) return 'windows-1252';
  const [windows = 0, koi8 = 0] = ['windows-1251', 'koi8-r'].map((encoding) =>
    smallLetters(sample, encoding),
  );
  return windows >= koi8 ? 'windows-1251' : 'koi8-r';
}

/** The wrong one of the two Cyrillic encodings turns small letters into capitals. */
function smallLetters(bytes: Uint8Array, encoding: string): number {
  return new TextDecoder(encoding).decode(bytes).match(/[а-я]/g)?.length ?? 0;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
