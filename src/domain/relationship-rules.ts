import { isDay, spanOf } from './day.ts';
import { LANGUAGES } from './identity.ts';
import type { Relationship, Spellings, Tenure } from './relationship.ts';
import { overlappingHolders } from './tenure-rules.ts';

/** Something wrong in a relationship; `path` leads from the relationship to the place. */
export interface RelationshipProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const LISTS = [
  'people',
  'offices',
  'organisations',
  'places',
  'corridors',
  'instruments',
  'topics',
  'sources',
  'anniversaries',
] as const;

/** Everything that a schema cannot see: references, dates, and names that would mean two things. */
export function checkRelationship(relationship: Relationship): RelationshipProblem[] {
  return [
    ...repeatedIds(relationship),
    ...unknownSides(relationship),
    ...unknownReferences(relationship),
    ...wrongDates(relationship),
    ...sharedSpellings(relationship),
    ...overlappingHolders(relationship),
    ...wordlessTopics(relationship),
    ...sharedSites(relationship),
  ];
}

function repeatedIds(relationship: Relationship): RelationshipProblem[] {
  return LISTS.flatMap((list) => {
    const seen = new Set<string>();
    return relationship[list].flatMap(({ id }, index) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ path: [list, index, 'id'], message: `the id ${id} is used twice in ${list}` }];
    });
  });
}

function unknownSides(relationship: Relationship): RelationshipProblem[] {
  const known = new Set([...relationship.sides.map(({ id }) => id), 'third']);
  const lists = ['people', 'offices', 'organisations', 'places', 'corridors', 'sources'] as const;
  return lists.flatMap((list) =>
    relationship[list].flatMap(({ id, side }, index) =>
      known.has(side)
        ? []
        : [
            {
              path: [list, index, 'side'],
              message: `${id} is of side ${side}, which is not one of the two or third`,
            },
          ],
    ),
  );
}

function unknownReferences(relationship: Relationship): RelationshipProblem[] {
  const places = new Set(relationship.places.map(({ id }) => id));
  const offices = new Set(relationship.offices.map(({ id }) => id));
  const capitals = relationship.sides.flatMap(({ capital }, index) =>
    places.has(capital)
      ? []
      : [{ path: ['sides', index, 'capital'], message: `there is no place ${capital}` }],
  );
  const held = eachTenure(relationship, ({ officeId }, path, personId) =>
    offices.has(officeId)
      ? []
      : [
          {
            path: [...path, 'officeId'],
            message: `${personId} holds ${officeId}, but there is no such office`,
          },
        ],
  );
  return [...capitals, ...held];
}

function wrongDates(relationship: Relationship): RelationshipProblem[] {
  const days = [
    { path: ['establishedOn'], day: relationship.establishedOn },
    ...relationship.anniversaries.map(({ on }, index) => ({ path: ['anniversaries', index, 'on'], day: on })),
  ].flatMap(({ path, day }) => (isDay(day) ? [] : [{ path, message: `${day} is not a day (YYYY-MM-DD)` }]));
  return [...days, ...eachTenure(relationship, tenureDates)];
}

function tenureDates(tenure: Tenure, path: (string | number)[], personId: string): RelationshipProblem[] {
  const bounds = (['from', 'to'] as const).flatMap((bound) => dateProblem(tenure[bound], [...path, bound]));
  const seen = tenure.seen.flatMap((date, index) => dateProblem(date, [...path, 'seen', index]));
  if (bounds.length > 0 || tenure.from === null || tenure.to === null) return [...bounds, ...seen];
  const from = spanOf(tenure.from);
  const to = spanOf(tenure.to);
  if (from === null || to === null || from.fromDay <= to.toDay) return seen;
  const message = `${personId} holds ${tenure.officeId} from ${tenure.from}, after its end ${tenure.to}`;
  return [...seen, { path: [...path, 'from'], message }];
}

function dateProblem(date: string | null, path: (string | number)[]): RelationshipProblem[] {
  if (date === null || spanOf(date) !== null) return [];
  return [{ path, message: `${date} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)` }];
}

function eachTenure(
  { people }: Relationship,
  check: (tenure: Tenure, path: (string | number)[], personId: string) => RelationshipProblem[],
): RelationshipProblem[] {
  return people.flatMap(({ id, tenures }, person) =>
    tenures.flatMap((tenure, index) => check(tenure, ['people', person, 'tenures', index], id)),
  );
}

function sharedSpellings({ people }: Relationship): RelationshipProblem[] {
  const owners = new Map<string, string>();
  return people.flatMap(({ id, spellings, mistakes }, person) => {
    const written = [
      ...eachForm(spellings).map(({ form, path }) => ({
        form,
        path: ['people', person, 'spellings', ...path],
      })),
      ...mistakes.map((form, index) => ({ form, path: ['people', person, 'mistakes', index] })),
    ];
    return written.flatMap(({ form, path }) => {
      const key = comparable(form);
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      return owner === id ? [] : [{ path, message: `"${form}" means both ${owner} and ${id}` }];
    });
  });
}

function eachForm(spellings: Spellings): { form: string; path: (string | number)[] }[] {
  return Object.entries(spellings).flatMap(([language, forms]) =>
    forms.map((form, index) => ({ form, path: [language, index] })),
  );
}

/** Letter case, hyphens and spacing do not tell two people apart. */
function comparable(form: string): string {
  return form
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();
}

function wordlessTopics({ topics }: Relationship): RelationshipProblem[] {
  return topics.flatMap(({ id, words }, index) =>
    LANGUAGES.filter((language) => (words[language] ?? []).length === 0).map((language) => ({
      path: ['topics', index, 'words'],
      message: `the topic ${id} has no words in ${language}`,
    })),
  );
}

function sharedSites({ sources }: Relationship): RelationshipProblem[] {
  const owners = new Map<string, string>();
  return sources.flatMap(({ id, sites }, source) =>
    sites.flatMap((site, index) => {
      const owner = owners.get(site) ?? id;
      owners.set(site, owner);
      return owner === id
        ? []
        : [
            {
              path: ['sources', source, 'sites', index],
              message: `${site} belongs to both ${owner} and ${id}`,
            },
          ];
    }),
  );
}
