import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KeepsakeStore } from '../ports/channel-stores.ts';
import type { Inbox, Pressed } from '../ports/chat-adapter.ts';
import type { Clock } from '../ports/clock.ts';

export interface Sealer extends Pick<Inbox, 'seal' | 'unseal'> {
  /** Reads the secret; before, nothing can be unsealed. */
  open(): Promise<void>;
}

export interface SealerPorts {
  readonly keepsakes: KeepsakeStore;
  readonly clock: Pick<Clock, 'now'>;
}

/** 72 bits: enough where every guess is a request to the platform. */
const SIGNATURE_LENGTH = 12;
const KEY_LENGTH = 22;
/** A kind, the signature, the line or its key. */
const SEALED = /^(?<kind>[lkLK])(?<signature>[\w-]{12})(?<body>.+)$/su;
const PAGE = /(?:^|\s)page:\d+/;

/**
 * What buttons carry: the line itself where it is short enough, else a key under which it is kept, signed either way. The
 * kind is a letter, `l` for a line and `k` for a key, a capital where the line turns a page.
 */
export function createSealer({ keepsakes, clock }: SealerPorts): Sealer {
  let secret: string | null = null;

  async function open(): Promise<string> {
    secret ??= await keepsakes.secret('buttons');
    return secret;
  }

  return {
    open: async () => void (await open()),
    async seal(lines, most) {
      const key = await open();
      const kept = lines.filter((line) => line.length > most - 1 - SIGNATURE_LENGTH);
      if (kept.length > 0) {
        await keepsakes.keepLines(new Map(kept.map((line) => [keyOf(line), line])), clock.now());
      }
      return new Map(lines.map((line) => [line, sealOf(line, kept.includes(line), key)]));
    },
    unseal: (sealed) => (secret === null ? null : unseal(sealed, secret, keepsakes)),
  };
}

function sealOf(line: string, isKept: boolean, secret: string): string {
  const kind = isKept ? 'k' : 'l';
  const marked = PAGE.test(line) ? kind.toUpperCase() : kind;
  const body = isKept ? keyOf(line) : line;
  return `${marked}${signatureOf(marked + body, secret)}${body}`;
}

function unseal(sealed: string, secret: string, keepsakes: KeepsakeStore): Pressed | null {
  const { kind = '', signature = '', body = '' } = SEALED.exec(sealed)?.groups ?? {};
  const isOurs = signature !== '' && isSame(signature, signatureOf(kind + body, secret));
  if (!isOurs) return null;
  return {
    isPaging: kind === kind.toUpperCase(),
    line: async () => (kind.toLowerCase() === 'k' ? keepsakes.line(body) : body),
  };
}

function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url').slice(0, SIGNATURE_LENGTH);
}

function keyOf(line: string): string {
  return createHash('sha256').update(line).digest('base64url').slice(0, KEY_LENGTH);
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
