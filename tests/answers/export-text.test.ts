import { describe, expect, it } from 'vitest';
import { exportText } from '../../src/answers/export-text.ts';
import { en } from '../../src/locales/en.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { anExport } from '../fixtures/an-export.ts';

const context = { relationship: aRelationship(), now: Date.parse('2026-02-10T08:00:00Z'), words: en };

describe('exportText', () => {
  it('gives the whole archive as JSON', () => {
    const text = exportText(anExport(), 'json', context);

    expect(JSON.parse(text)).toEqual(anExport());
  });

  it.each([
    ['csv', /^id,kind,title,/],
    ['markdown', /^# Kazakhstan–Pakistan/],
    ['ics', /^BEGIN:VCALENDAR\r\n/],
    ['opml', /^<\?xml[\s\S]*<opml version="2\.0" /],
  ] as const)('gives %s', (format, beginning) => {
    expect(exportText(anExport(), format, context)).toMatch(beginning);
  });
});
