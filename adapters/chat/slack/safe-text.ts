import { withoutSteering } from '../../../src/messages/without-steering.ts';

/** Nothing of it can be seen: spaces, and joiners that join nothing. */
const BLANK = /^[\s\u200C\u200D]*$/;

/** Text from outside on one line: nothing that steers what is shown, no half characters; empty when it shows nothing. */
export function safeText(text: string): string {
  const safe = withoutSteering(text.toWellFormed()).replace(/ {2,}/g, ' ');
  return BLANK.test(safe) ? safe.replace(/[^ ]+/g, '') : safe;
}

/** At most `most` UTF-16 units; where something is cut off, an ellipsis says so. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
