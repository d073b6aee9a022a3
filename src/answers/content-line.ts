const MAX_OCTETS = 75;
const utf8 = new TextEncoder();

/** A text value of iCalendar: RFC 5545, 3.3.11. Characters that it forbids become spaces. */
export function escapeIcsText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

/** One line of content, folded to 75 octets a line (RFC 5545, 3.1); a character is never cut in two. */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = utf8.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      lines.push(line);
      line = ' ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return `${[...lines, line].join('\r\n')}\r\n`;
}
