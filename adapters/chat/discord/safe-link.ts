import { webAddress } from '../../../src/messages/without-steering.ts';
import { hasRightToLeft } from './safe-direction.ts';

/** A longer address would fill the post in which it is not even seen. */
const LONGEST_ADDRESS = 1000;
/** Longer words stand before their link, so that they can be cut between posts. */
const LONGEST_LABEL = 200;

/**
 * In a label nothing can be escaped (a backslash would be shown), signs that show nothing are taken out, and an address,
 * mention or emoji makes the whole link plain text. So only words and the commonest punctuation may be a label.
 */
const PLAIN = /^[\p{L}\p{M}\p{N} .,!?&%'’‘“”«»–—+()-]+$/u;
/** Digits with a keycap or emoji style become an emoji; a number with a full stop begins a list. */
const SPECIAL = /[\uFE0F\u20E3]|^\s*(?:\d+\.|[-+]) /u;

/** A web address that can stand in a link; null when it is none, holds a user name or is very long. */
export function safeAddress(url: string): string | null {
  const address = webAddress(url);
  if (address === null || address.length > LONGEST_ADDRESS || !URL.canParse(address)) return null;
  const { username, password } = new URL(address);
  return username === '' && password === '' ? address.replaceAll('@', '%40') : null;
}

/** Can these cleaned words be the label of a link, as they are? Right-to-left words cannot: isolates are taken out. */
export function isPlainLabel(words: string): boolean {
  return (
    words.trim() !== '' &&
    words.length <= LONGEST_LABEL &&
    PLAIN.test(words) &&
    !SPECIAL.test(words) &&
    !hasRightToLeft(words)
  );
}

/** A link that does not unfurl. Both parts must be safe. */
export function maskedLink(label: string, address: string): string {
  return `[${label}](<${address}>)`;
}
