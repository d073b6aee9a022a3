import type { Finding, StatedTime } from '../draft-of.ts';
import { readFrontMatter } from './front-matter.ts';
import { partHeading } from './heading.ts';

const DATED_LINE =
  /^\s*(?:(?:date|published):?[ \t]+(\d{4}-\d{2}-\d{2})(?=\s)|(\d{4}-\d{2}-\d{2})[ \t]*(?=\n))/i;

/** A text file, with front matter or without: date, title and text are told apart by their form. */
export function readPlainText(locator: string, text: string): Finding {
  const unix = text.replace(/\r\n?/g, '\n');
  const front = readFrontMatter(unix);
  const dated = DATED_LINE.exec(front?.body ?? unix);
  const undated = (front?.body ?? unix).slice(dated?.[0].length ?? 0);
  const { title, body } = front?.fields.title == null ? partHeading(undated) : { title: null, body: undated };
  return {
    locator,
    url: front?.fields.url ?? null,
    title: front?.fields.title ?? title,
    text: body,
    language: front?.fields.language ?? null,
    languageAround: null,
    published: frontTime(front?.fields.published) ?? lineTime(dated),
    sourceNames: front?.fields.source == null ? [] : [front.fields.source],
    author: null,
  };
}

function frontTime(value: string | number | null | undefined): StatedTime | null {
  return value == null ? null : { value, where: 'front matter' };
}

function lineTime(dated: RegExpExecArray | null): StatedTime | null {
  const day = dated?.[1] ?? dated?.[2];
  return day === undefined ? null : { value: day, where: 'first line' };
}
