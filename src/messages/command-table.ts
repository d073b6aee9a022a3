import { type Explained, usage } from './help-message.ts';

/** The commands as a Markdown table, for the README; `root` is what is typed before them. */
export function commandTable(commands: readonly Explained[], root: string): string {
  const rows = commands.map((command) => {
    const example = command.examples.at(-1) ?? command.name;
    return `| ${code(usage(command))} | ${cell(command.description)} | ${code(`${root} ${example}`)} |`;
  });
  return ['| Command | What it answers | For example |', '|---|---|---|', ...rows].join('\n');
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

/** A bar would end the cell, in code too. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
