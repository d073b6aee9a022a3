import { isDeepStrictEqual } from 'node:util';
import type { types } from '@slack/bolt';
import type { Citation, Inline, Inlines } from '../../../src/domain/message.ts';
import { readableDates } from '../../../src/messages/show-span.ts';
import { splitInlines } from '../../../src/messages/split-inlines.ts';
import { webAddress } from '../../../src/messages/without-steering.ts';
import { wordsIn } from '../../../src/messages/words-in.ts';
import { LIMITS } from './limits.ts';
import { isolateDirection, runsRightToLeft } from './render-direction.ts';
import { safeText, shortened } from './safe-text.ts';

/**
 * A stretch of text in one style. Slack shows it letter by letter: what is in it cannot mention, format, link or become
 * a picture.
 */
export type Run = types.RichTextText | (types.RichTextLink & { text: string });

/** Text on one line; no runs when it would show nothing. */
export function renderInlines(inlines: Inlines): readonly Run[] {
  return isolateDirection(tidied(inlines.flatMap(runsOf)), runsRightToLeft(ownWords(inlines)));
}

/** A quotation is in the language of its source, and the name of a source in its own: neither turns the line. */
function ownWords(inlines: Inlines): string {
  return inlines
    .map((inline) => (inline.kind === 'quote' || inline.kind === 'citation' ? '' : inline.text))
    .join('');
}

/** Text as lines that fit in one block each, sentences with their citations. */
export function renderLines(inlines: Inlines): readonly (readonly Run[])[] {
  return splitInlines(inlines, LIMITS.richText, (part) => runsWeight(renderInlines(part)))
    .map(renderInlines)
    .filter((line) => line.length > 0);
}

export function runsWeight(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length + ('url' in run ? run.url.length : 0), 0);
}

export function plain(text: string): Run {
  return { type: 'text', text };
}

export function emboldened(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, style: { ...run.style, bold: true } }));
}

function runsOf(inline: Inline): readonly Run[] {
  switch (inline.kind) {
    case 'text':
      return [plain(safeText(inline.text))];
    case 'bold':
    case 'italic':
    case 'code':
      return [{ ...plain(safeText(inline.text)), style: { [inline.kind]: true } }];
    case 'quote':
      return quoted(safeText(inline.text).trim());
    case 'link':
      return [linked(safeText(inline.text), inline.url)];
    case 'citation':
      return [plain(' '), renderCitation(inline)];
  }
}

function quoted(words: string): readonly Run[] {
  return words === '' ? [] : [plain(`“${words}”`)];
}

/** `[The Astana Times, 24 Apr 2025]` */
function renderCitation({ source, date, url }: Citation): Run {
  const outlet = shortened(safeText(source).trim(), LIMITS.source);
  const words = `[${[outlet, readableDates(safeText(date), wordsIn('en'))].filter((part) => part !== '').join(', ')}]`;
  return url === null ? plain(words) : linked(words, url);
}

function linked(text: string, url: string): Run {
  const address = webAddress(url);
  if (address === null || address.length > LIMITS.address) return plain(text);
  return { type: 'link', url: address, text };
}

/** No run is empty, no two spaces follow each other across runs, none stands at an end of the line; like runs are one. */
function tidied(runs: readonly Run[]): readonly Run[] {
  const line: Run[] = [];
  for (const run of runs) {
    const last = line.at(-1);
    const text = last?.text.endsWith(' ') === false ? run.text : run.text.replace(/^ +/, '');
    if (text === '') continue;
    if (last !== undefined && isAlike(last, run)) line[line.length - 1] = { ...last, text: last.text + text };
    else line.push({ ...run, text });
  }
  const last = line.pop();
  const text = last?.text.trimEnd() ?? '';
  return last === undefined || text === '' ? line : [...line, { ...last, text }];
}

function isAlike(one: Run, other: Run): boolean {
  return one.type === 'text' && other.type === 'text' && isDeepStrictEqual(one.style, other.style);
}
