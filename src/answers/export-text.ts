import type { Instant } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import { exportCsv } from './export-csv.ts';
import { exportIcs } from './export-ics.ts';
import type { ExportJson } from './export-json.ts';
import { exportMarkdown, type ReviewWords } from './export-markdown.ts';
import { exportOpml } from './export-opml.ts';

export type ExportFormat = 'json' | 'csv' | 'markdown' | 'ics' | 'opml';

interface ExportContext {
  readonly relationship: Relationship;
  readonly now: Instant;
  readonly words: ReviewWords;
}

/** The archive as text: all of it as JSON, the events as CSV or ICS, a press review, or the profile's feeds. */
export function exportText(json: ExportJson, format: ExportFormat, context: ExportContext): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(json, null, 2)}\n`;
    case 'csv':
      return exportCsv(json);
    case 'markdown':
      return exportMarkdown(json, context);
    case 'ics':
      return exportIcs(json, context);
    case 'opml':
      return exportOpml(context.relationship);
  }
}
