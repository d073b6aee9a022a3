import { z } from 'zod';
import { LANGUAGES } from '../../../src/domain/identity.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
const sideId = z.string().regex(/^([A-Z]{2}|third)$/, 'a side is a country code such as KZ, or third');
const text = z.string().trim().min(1);
const note = z.string().optional();
const language = z.enum([...LANGUAGES, 'other']);
/** YAML reads a bare `2019` as a number. Whether the calendar has the date is checked with the other rules. */
const date = z.union([z.string(), z.number().transform(String)]);
const forms = z.array(text).optional();
const spellings = z.strictObject({ en: forms, de: forms, ru: forms, kk: forms, ur: forms, other: forms });

const zone = z.string().refine(isTimeZone, 'a zone is an IANA name such as Asia/Almaty');

const side = z.strictObject({
  id: sideId,
  name: text,
  names: spellings,
  demonyms: spellings,
  capital: id,
  zone,
  note,
});

const anniversary = z.strictObject({ id, name: text, on: date, certainty: z.string().optional(), note });

const office = z.strictObject({
  id,
  side: sideId,
  title: text,
  spellings,
  single: z.boolean(),
  rank: z.int().min(1).max(5),
  note,
});

const tenure = z.strictObject({
  office: id,
  from: date.optional(),
  to: date.optional(),
  seen: z.array(date).optional(),
  note,
});

const person = z.strictObject({
  id,
  side: sideId,
  name: text,
  rank: text.optional(),
  spellings,
  mistakes: z.array(text).optional(),
  familyName: z.partialRecord(language, text).optional(),
  offices: z.array(tenure).optional(),
  note,
});

const namedThing = z.strictObject({ id, side: sideId, name: text, spellings, note });

const instrumentKind = z.enum([
  'declaration',
  'treaty',
  'agreement',
  'memorandum',
  'action-plan',
  'protocol',
  'roadmap',
  'contract',
  'charter',
]);

const instrument = z.strictObject({ id, name: text, kind: instrumentKind, spellings, note });

const topic = z.strictObject({ id, name: text, words: spellings, unchecked: spellings.optional(), note });

const feed = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  language,
  certainty: z.enum(['live', 'code', 'hint', 'conventional']),
  note,
});

const owner = z.enum([
  'government',
  'state-agency',
  'state-broadcaster',
  'state-paper',
  'public-broadcaster',
  'military',
  'private',
  'think-tank',
  'unknown',
]);

const source = z.strictObject({
  id,
  name: text,
  side: sideId,
  country: text,
  languages: z.array(language),
  owner,
  sites: z.array(
    z.string().regex(/^[a-z0-9.-]+\.[a-z]+(\/[^/\s]+)*$/, 'a site is a host name, or one with a path'),
  ),
  names: spellings,
  feeds: z.array(feed),
  note,
});

/** The nine files of a profile, under the names of their files. */
export const profileSchema = z.strictObject({
  profile: z.strictObject({
    id,
    name: text,
    established: date,
    sides: z.tuple([side, side]),
    anniversaries: z.array(anniversary),
    note,
  }),
  offices: z.array(office),
  people: z.array(person),
  organisations: z.array(namedThing),
  places: z.array(namedThing),
  corridors: z.array(namedThing),
  agreements: z.array(instrument),
  topics: z.array(topic),
  sources: z.array(source),
});

export type ProfileFiles = z.infer<typeof profileSchema>;
export type ProfilePart = keyof ProfileFiles;

export const PROFILE_PARTS = profileSchema.keyof().options;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
