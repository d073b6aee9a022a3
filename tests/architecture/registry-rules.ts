/** What a registry lists and what lies in the folder it stands for. */
export interface Registry {
  readonly name: string;
  readonly listed: readonly string[];
  readonly found: readonly string[];
}

/** One sentence for everything that is found and not listed, listed and not found, or listed twice. */
export function registryProblems({ name, listed, found }: Registry): readonly string[] {
  const twice = listed.filter((entry, place) => listed.indexOf(entry) !== place);
  return [
    ...found.filter((entry) => !listed.includes(entry)).map((entry) => `${name} does not list ${entry}`),
    ...listed
      .filter((entry) => !found.includes(entry))
      .map((entry) => `${name} lists ${entry}, which is not there`),
    ...twice.map((entry) => `${name} lists ${entry} twice`),
  ];
}

/** Every chat adapter holds these, so that whoever knows one finds the way in the next. */
const CHAT_FILES = (platform: string) => [`${platform}-adapter.ts`, 'render.ts'];
/** And those of platforms that are opened by their settings. */
const PLATFORM_FILES = ['platform.ts', 'settings.ts', 'limits.ts'];

export interface ChatFolder {
  readonly name: string;
  readonly files: readonly string[];
  readonly isPlatform: boolean;
}

export function chatShapeProblems({ name, files, isPlatform }: ChatFolder): readonly string[] {
  return [...CHAT_FILES(name), ...(isPlatform ? PLATFORM_FILES : [])]
    .filter((file) => !files.includes(file))
    .map((file) => `adapters/chat/${name} has no ${file}`);
}
