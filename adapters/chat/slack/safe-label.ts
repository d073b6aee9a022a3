import { LIMITS } from './limits.ts';
import { isolateText } from './render-direction.ts';
import { safeText, shortened } from './safe-text.ts';

/** The first of these texts that shows something, as a button or an option may carry it. */
export function safeLabel(...texts: readonly string[]): string {
  const label = texts.map((text) => safeText(text).trim()).find((text) => text !== '') ?? '…';
  const short = shortened(label, LIMITS.label);
  const isolated = isolateText(short);
  return isolated.length <= LIMITS.label ? isolated : short;
}
