import type { Setting } from './ports/setting.ts';

/** The content of `.env.example`: every setting with its default, commented out where nothing is set. */
export function envExample(settings: readonly Setting<unknown>[]): string {
  const head = '# Copy to .env and change what you need; every line shows its default.\n';
  const entries = settings.map(({ name, type, meaning, default: value }) => {
    const line = value === '' ? `# ${name}=` : `${name}=${value}`;
    return `\n# ${meaning}\n# It should be ${type.expected}.\n${line}\n`;
  });
  return head + entries.join('');
}

/** The settings as a Markdown table, for the README. */
export function settingsTable(settings: readonly Setting<unknown>[]): string {
  const rows = settings.map(({ name, meaning, default: value, type }) => {
    return `| \`${name}\` | ${value === '' ? '–' : `\`${value}\``} | ${meaning} Should be ${type.expected}. |`;
  });
  return ['| Variable | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}
