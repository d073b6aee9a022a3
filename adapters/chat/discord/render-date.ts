import { showDate } from '../../../src/messages/show-span.ts';
import { wordsIn } from '../../../src/messages/words-in.ts';

/** `about 2025-04` → `about Apr 2025`. */
export function renderDate(date: string): string {
  return date.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, (iso) => showDate(iso, wordsIn('en')));
}
