import type { Found } from '../domain/article.ts';
import type { Source } from '../domain/relationship.ts';

export interface SourceClues {
  /** Ids or names under which the source was given, the most reliable first. */
  readonly names: readonly string[];
  readonly url: string | null;
}

/** The source of the profile that published something: as it says itself, else by the site it stands on. */
export function findSource({ names, url }: SourceClues, sources: readonly Source[]): Found<string | null> {
  const found =
    names.map((name) => sourceNamed(name, sources)).find((source) => source !== undefined) ??
    (url === null ? undefined : sourceAt(url, sources));
  return found === undefined
    ? { value: null, certainty: 'unknown' }
    : { value: found.id, certainty: 'stated' };
}

function sourceNamed(name: string, sources: readonly Source[]): Source | undefined {
  const wanted = comparable(name);
  return sources.find(
    (source) =>
      source.id === wanted ||
      comparable(source.name) === wanted ||
      Object.values(source.names).some((forms) => forms.some((form) => comparable(form) === wanted)),
  );
}

/** The longest site wins, so that a section of a large site can be a source of its own. */
export function sourceAt(address: string, sources: readonly Source[]): Source | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  const candidates = sources.flatMap((source) =>
    source.sites.filter((site) => isAt(url, site)).map((site) => ({ source, length: site.length })),
  );
  return candidates.sort((a, b) => b.length - a.length)[0]?.source;
}

function isAt(url: URL, site: string): boolean {
  const slash = site.indexOf('/');
  const host = slash < 0 ? site : site.slice(0, slash);
  const path = slash < 0 ? '' : site.slice(slash);
  const isOnHost = url.hostname === host || url.hostname.endsWith(`.${host}`);
  return isOnHost && (url.pathname === path || url.pathname.startsWith(`${path}/`));
}

function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
