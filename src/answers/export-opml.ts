import type { Relationship, Source } from '../domain/relationship.ts';

/** The feeds of the profile as OPML 2.0, for other feed readers: one outline a source. */
export function exportOpml({ name, sources }: Relationship): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(name)}</title></head>`,
    '  <body>',
    ...sources.filter(({ feeds }) => feeds.length > 0).flatMap(outlines),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outlines({ name, country, feeds, sites }: Source): readonly string[] {
  const site = sites[0];
  return [
    `    <outline${attribute('text', name)}${attribute('category', country)}>`,
    ...feeds.map(({ url, language }) => {
      const known = language === 'other' ? '' : attribute('language', language);
      const page = site === undefined ? '' : attribute('htmlUrl', addressOf(site));
      return `      <outline type="rss"${attribute('text', name)}${attribute('xmlUrl', url)}${page}${known}/>`;
    }),
    '    </outline>',
  ];
}

/** A profile names a site by its host alone. */
function addressOf(site: string): string {
  return /^https?:/.test(site) ? site : `https://${site}`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeXml(value)}"`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
