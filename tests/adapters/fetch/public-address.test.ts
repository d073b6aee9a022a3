import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../adapters/fetch/public-address.ts';

describe('a public address', () => {
  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '2a00:1450:4001::200e',
    '2606:4700::1111',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::1',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

const PRIVATE_BLOCKS: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Every way in which IPv6 carries an IPv4 address, as its first groups; the address follows as two groups. */
const WRAPPERS = ['::ffff:', '::', '64:ff9b::', '64:ff9b:1::', '64:ff9b:1:ffff::'];

describe('in whole blocks', () => {
  it('no private IPv4 address is public, nor in any IPv6 form of it', () => {
    fc.assert(
      fc.property(anyPrivateV4(), (bits) => {
        const [high, low] = [(bits >>> 16).toString(16), (bits & 0xffff).toString(16)];
        const forms = [...WRAPPERS.map((wrapper) => `${wrapper}${high}:${low}`), `2002:${high}:${low}::1`];

        expect([dotted(bits), ...forms].filter(isPublicAddress)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('an IPv4 address is public exactly where no private block holds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (bits) => {
        const isPrivate = PRIVATE_BLOCKS.some(([start, prefix]) => isWithin(bits, start, prefix));

        expect(isPublicAddress(dotted(bits))).toBe(!isPrivate);
      }),
      { numRuns: 2_000 },
    );
  });

  it('no IPv6 address outside of the global space is public', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        fc.pre((groups[0] ?? 0) >> 13 !== 1);

        expect(isPublicAddress(groups.map((part) => part.toString(16)).join(':'))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

function anyPrivateV4() {
  return fc
    .tuple(fc.constantFrom(...PRIVATE_BLOCKS), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
    .map(([[start, prefix], any]) => (bitsOf(start) | (any & (2 ** (32 - prefix) - 1))) >>> 0);
}

function isWithin(bits: number, start: string, prefix: number): boolean {
  return bits >>> (32 - prefix) === bitsOf(start) >>> (32 - prefix);
}

function bitsOf(address: string): number {
  return address.split('.').reduce((bits, part) => bits * 256 + Number(part), 0);
}

function dotted(bits: number): string {
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}
