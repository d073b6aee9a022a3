import type { ExportJson } from './export-json.ts';
import { exportSources } from './export-sources.ts';

const COLUMNS = [
  'id',
  'kind',
  'title',
  'from',
  'to',
  'precision',
  'status',
  'participants',
  'place',
  'sources',
];

/** The events as one table for spreadsheets: RFC 4180, with a line of column names. */
export function exportCsv({ articles, events }: ExportJson): string {
  const sourcesOf = exportSources(articles);
  const rows = events.map((event) => [
    event.id,
    event.kind,
    event.title,
    event.from,
    event.to,
    event.precision,
    event.status,
    event.participants.map(({ name }) => name).join('; '),
    event.place ?? '',
    sourcesOf(event.evidence)
      .map(({ source, url }) => [source, url].filter(isText).join(' '))
      .join('; '),
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** A field that a spreadsheet would run as a formula begins with an apostrophe, which makes it text. */
function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isText(part: string | null): part is string {
  return part !== null;
}
