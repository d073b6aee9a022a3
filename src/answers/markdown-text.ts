/** Text from outside, so that Markdown shows it as it is: no mark in it formats, links or opens a tag. */
export function markdownText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~&]/g, (mark) => `\\${mark}`)
    .replaceAll(/:(?=\/\/)|(?<=www)\./gi, (mark) => `\\${mark}`)
    .replace(/^(\d*)([-+=]|[.)](?=\s))/, '$1\\$2');
}

/** A link to a web address; only the words when there is none that may be opened. */
export function markdownLink(words: string, url: string | null): string {
  const label = markdownText(words);
  const address = url === null ? null : URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return label;
  return `[${label}](${address.href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C')})`;
}
