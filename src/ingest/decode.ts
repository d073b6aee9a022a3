const DECLARED = /<\?xml[^>]{0,200}encoding=["']([\w.-]+)["']|<meta[^>]{0,200}charset=["']?([\w.-]+)/i;
/** Control characters that no text has; tab, line ends, form feed and escape it may have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a binary file
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;
/** A text may have caught a few when it was copied together. */
const MAX_CONTROL_SHARE = 0.01;
/** Above this share of non-ASCII bytes an eight-bit text is Cyrillic, below it Western European. */
const CYRILLIC_SHARE = 0.2;
const MIN_SOUND_PER_BROKEN = 20;

/**
 * The text of a file or page: by byte order mark or the pattern of UTF-16, as UTF-8 when the bytes are that whatever a
 * server claims, by what HTTP, XML or HTML declares, or by its letters. Null when it is not text.
 */
export function decode(bytes: Uint8Array, contentType: string | null = null): string | null {
  const text =
    decodeAs(bytes, byMark(bytes) ?? utf16(bytes)) ??
    mostlyUtf8(bytes) ??
    decodeAs(bytes, declared(bytes, contentType)) ??
    decodeAs(bytes, eightBit(bytes));
  return text === null || isBinary(text) ? null : text;
}

function isBinary(text: string): boolean {
  const controls = text.match(CONTROLS)?.length ?? 0;
  return text.includes('\0') || controls > text.length * MAX_CONTROL_SHARE;
}

/** One broken byte on a page must not turn all of it into another alphabet. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  if (broken === 0) return text;
  const sound = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  return broken * MIN_SOUND_PER_BROKEN <= sound ? text : null;
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

function decodeAs(bytes: Uint8Array, encoding: string | null): string | null {
  if (encoding === null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
