import { withoutSteering } from '../../../src/messages/without-steering.ts';
import { isolateRuns } from './safe-direction.ts';

/** Shows nothing. Stands only where Discord knows no escape: inside a ping, in code, and between two runs of formatting. */
export const APART = '\u200B';

interface Rule {
  /** What would mean something. */
  readonly stops: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

/**
 * Pings are found in the text as sent, escapes or not, so they are broken by a sign that shows nothing. `allowed_mentions`
 * stops them, too; this holds wherever the text is copied to.
 */
const PING: Rule = {
  stops: '@everyone, @here, <@1>, <@!1>, <@&1>',
  pattern: /@(?=everyone|here|[!&]?\d)/gi,
  replacement: `@${APART}`,
};

/**
 * Everything that means something in Discord's Markdown, and how it is written so that it is shown and means nothing.
 * Applied from top to bottom to a run of cleaned text, wherever on a line it will stand.
 */
const RULES: readonly Rule[] = [
  {
    stops:
      '*italic*, __underlined__, ~~struck~~, ||spoiler||, `code`, # heading, -# subtext, > quote, [x](y), <#1>, \\',
    pattern: /[\\*_~|`#<>[\]]/g,
    replacement: '\\$&',
  },
  { stops: 'https://x, discord.gg/x, :smile:', pattern: /[:/](?=\S|$)/g, replacement: '\\$&' },
  {
    stops: 'the end of a label, from which a link before it would take another address',
    pattern: /(?<=^|\])\(/g,
    replacement: '\\(',
  },
  { stops: '- item, + item', pattern: /^(\s*)([-+])/, replacement: '$1\\$2' },
  { stops: '1. item', pattern: /^(\s*\d+)([.)])/, replacement: '$1\\$2' },
  PING,
];

/** Text from outside on one line, without anything that shows nothing but steers what is shown. */
export function cleanText(text: string): string {
  return withoutSteering(text).toWellFormed();
}

/** False for text of spaces, joiners and fillers, which Discord takes for no text at all. */
export function isVisible(text: string): boolean {
  return /[^\p{Z}\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u.test(text);
}

/** Cleaned text as Markdown that shows it literally. */
export function escapeMarkdown(text: string): string {
  return RULES.reduce((escaped, { pattern, replacement }) => escaped.replace(pattern, replacement), text);
}

/** Cleaned text as Markdown that shows it literally, right-to-left words readable beside Latin ones. */
export function safeText(text: string): string {
  return escapeMarkdown(isolateRuns(text));
}

/** Text from outside where there is no Markdown: labels, options, descriptions. At most `most` characters, cut at a word. */
export function safeLabel(text: string, most: number): string {
  const label = shortened(withoutPings(cleanText(text)).trim(), most);
  const isolated = isolateRuns(label);
  return isolated.length <= most ? isolated : label;
}

export function withoutPings(text: string): string {
  return text.replace(PING.pattern, PING.replacement);
}

/** At most `most` characters; what was longer ends at a word and with an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const atWord = text.slice(0, most).replace(/\s+\S*$/, '');
  const atCharacter = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${atWord.length > most / 2 && atWord.length < most ? atWord : atCharacter}…`;
}
