interface CommonFeature {
  readonly name: string;
  readonly weight: number;
}

/** What features stand for, in words; skeletons of unknown names are left out: nobody can read them. */
const MEANINGS: readonly (readonly [prefix: string, meaning: string])[] = [
  ['p:', 'people'],
  ['d:', 'days'],
  ['i:', 'agreements'],
  ['n:', 'numbers'],
  ['o:', 'organisations'],
  ['c:', 'corridors'],
  ['l:', 'places'],
  ['k:', 'happenings'],
  ['t:', 'topics'],
  ['w:', 'words'],
];
const MOST_SHOWN = 8;

/** The weightiest shared features in words: "same people munir, nurtleu; same days 2025-04-23". */
export function showLikeness(features: readonly CommonFeature[]): string[] {
  const strongest = [...features]
    .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name))
    .slice(0, MOST_SHOWN)
    .map(({ name }) => name);
  const parts = MEANINGS.flatMap(([prefix, meaning]) => {
    const names = strongest
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
    return names.length === 0 ? [] : [`same ${meaning} ${names.join(', ')}`];
  });
  return parts.length === 0 ? [] : [parts.join('; ')];
}
