import type { Path } from './line-of.ts';
import type { ProfileFiles, ProfilePart } from './schema.ts';

export interface Place {
  readonly part: ProfilePart;
  readonly path: Path;
}

/** Words of the domain that the files write differently. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  tenures: 'offices',
  officeId: 'office',
  isSingle: 'single',
  style: 'rank',
  establishedOn: 'established',
};

/** Where in the files stands what a path into the relationship names. */
export function locate(path: Path, files: ProfileFiles): Place {
  const [first, ...rest] = path.map((step) => (typeof step === 'string' ? (WRITTEN_AS[step] ?? step) : step));
  if (first === 'instruments') return { part: 'agreements', path: rest };
  if (first === 'topics') return { part: 'topics', path: topicPath(rest, files.topics) };
  if (typeof first === 'string' && isListPart(first)) return { part: first, path: rest };
  return { part: 'profile', path: first === undefined ? [] : [first, ...rest] };
}

function isListPart(name: string): name is Exclude<ProfilePart, 'profile'> {
  return ['offices', 'people', 'organisations', 'places', 'corridors', 'sources'].includes(name);
}

/** A topic's unchecked words follow its words in the relationship; in the file they stand apart. */
function topicPath(path: Path, topics: ProfileFiles['topics']): Path {
  const [topicIndex, field, language, wordIndex] = path;
  if (field !== 'words' || typeof topicIndex !== 'number' || typeof wordIndex !== 'number') return path;
  const words = topics[topicIndex]?.words[language as keyof ProfileFiles['topics'][number]['words']];
  const count = words?.length ?? 0;
  if (wordIndex < count) return path;
  return [topicIndex, 'unchecked', String(language), wordIndex - count];
}
