/** What was typed after the root command: `/relations latest`, `relations latest`, `/latest` and `latest` are the same. */
export function withoutRoot(typed: string, rootCommand: string): string {
  const line = typed.trim().replace(/^\//, '');
  const [first = ''] = line.split(/\s/);
  return first.toLowerCase() === rootCommand.toLowerCase() ? line.slice(first.length).trim() : line;
}
