import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';

const RUSSIAN = 'Президент Казахстана прибыл в Исламабад с государственным визитом.';

describe('decoding', () => {
  it('takes UTF-8, with a mark or without', () => {
    expect(decode(Buffer.from(RUSSIAN))).toBe(RUSSIAN);
    expect(decode(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(RUSSIAN)]))).toBe(RUSSIAN);
  });

  it('takes UTF-16 in both byte orders, with a mark or without', () => {
    const little = Buffer.from(RUSSIAN, 'utf16le');
    const big = Buffer.from(little).swap16();

    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe(RUSSIAN);
    expect(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toBe(RUSSIAN);
    expect(decode(little)).toBe(RUSSIAN);
    expect(decode(big)).toBe(RUSSIAN);
  });

  it.each([
    ['windows-1251', windows1251],
    ['koi8-r', koi8r],
  ])('tells %s by its letters', (_name, encode) => {
    expect(decode(encode(RUSSIAN))).toBe(RUSSIAN);
  });

  it('takes Western European for the rest', () => {
    expect(decode(Buffer.from('Kasachstan würdigt die Gespräche', 'latin1'))).toBe(
      'Kasachstan würdigt die Gespräche',
    );
  });

  it('believes the header, then what XML and HTML declare', () => {
    const xml = '<?xml version="1.0" encoding="windows-1251"?><rss>Да</rss>';
    const html = '<html><meta charset="koi8-r"><p>Да</p>';

    expect(decode(windows1251('Да'), 'text/plain; charset=windows-1251')).toBe('Да');
    expect(decode(windows1251(xml))).toBe(xml);
    expect(decode(koi8r(html))).toBe(html);
  });

  it('keeps the alphabet of a page with one broken byte', () => {
    const broken = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xd0]), Buffer.from('.')]);

    expect(decode(broken)).toBe(`${RUSSIAN}\uFFFD.`);
  });

  it('goes on without a declaration that the bytes contradict or nobody knows', () => {
    expect(decode(Buffer.from(RUSSIAN), 'text/html; charset=x-unknown')).toBe(RUSSIAN);
    expect(decode(Buffer.from(RUSSIAN), 'text/html; charset=iso-8859-1')).toBe(RUSSIAN);
    expect(decode(windows1251(RUSSIAN), 'text/html; charset=utf-8')).toBe(RUSSIAN);
  });

  it.each([
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49])],
    ['random bytes', Buffer.from(Array.from({ length: 512 }, (_, index) => (index * 73 + 11) % 256))],
  ])('takes %s for no text', (_name, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

function windows1251(text: string): Uint8Array {
  return encoded(text, 'windows-1251');
}

function koi8r(text: string): Uint8Array {
  return encoded(text, 'koi8-r');
}

/** Node decodes these encodings but does not write them. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text], (letter) => table.indexOf(letter));
}
