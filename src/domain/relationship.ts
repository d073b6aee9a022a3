import type { Day } from './day.ts';
import type { KnownLanguage } from './identity.ts';

/** `third` is everybody who is neither of the two sides. Side ids are ISO 3166-1 alpha-2: `KZ`, `PK`. */
export type SideId = string;

/** Forms by language; `other` holds forms seen in languages that Dragoman does not read. */
export type Spellings = Readonly<Partial<Record<KnownLanguage | 'other', readonly string[]>>>;

export interface Side {
  readonly id: SideId;
  readonly name: string;
  readonly names: Spellings;
  readonly demonyms: Spellings;
  /** Place id of the capital. */
  readonly capital: string;
  /** IANA zone in which undated clock times of this side are read. */
  readonly zone: string;
}

export interface Office {
  readonly id: string;
  readonly side: SideId;
  /** Short English title without the country: "Foreign Minister". */
  readonly title: string;
  readonly spellings: Spellings;
  /** At most one holder at a time. */
  readonly isSingle: boolean;
  /** 1 head of state, 2 head of government, 3 minister or army chief, 4 deputy or ambassador, 5 other. */
  readonly rank: number;
}

/** Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `to` is the day of leaving (exclusive when day-precise). */
export interface Tenure {
  readonly officeId: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Days on which the person was seen in office, when the bounds are not known. */
  readonly seen: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly side: SideId;
  readonly name: string;
  /** Military or academic style: "Colonel General". */
  readonly style: string | null;
  readonly spellings: Spellings;
  /** Wrong forms seen in print that still mean this person. */
  readonly mistakes: readonly string[];
  /** The bare family name by language; it may be shared, so it counts only after a full form in the same article. */
  readonly familyName: Readonly<Partial<Record<KnownLanguage, string>>>;
  readonly tenures: readonly Tenure[];
}

export interface NamedThing {
  readonly id: string;
  readonly side: SideId;
  readonly name: string;
  readonly spellings: Spellings;
}

export type InstrumentKind =
  | 'declaration'
  | 'treaty'
  | 'agreement'
  | 'memorandum'
  | 'action-plan'
  | 'protocol'
  | 'roadmap'
  | 'contract'
  | 'charter';

/** An agreement known by name, so that one instrument is recognised in five languages. Its history comes from articles. */
export interface Instrument {
  readonly id: string;
  readonly name: string;
  readonly kind: InstrumentKind;
  readonly spellings: Spellings;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly words: Spellings;
}

export interface Anniversary {
  readonly id: string;
  readonly name: string;
  readonly on: Day;
}

export type OwnerKind =
  | 'government'
  | 'state-agency'
  | 'state-broadcaster'
  | 'state-paper'
  | 'public-broadcaster'
  | 'military'
  | 'private'
  | 'think-tank'
  | 'unknown';

export interface SourceFeed {
  readonly url: string;
  readonly language: KnownLanguage | 'other';
  /** How sure we are of the URL: seen alive, used by other programs, hinted at by links, or only conventional. */
  readonly certainty: 'live' | 'code' | 'hint' | 'conventional';
}

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly side: SideId;
  readonly country: string;
  readonly languages: readonly string[];
  readonly owner: OwnerKind;
  readonly sites: readonly string[];
  /** Forms by which other articles credit this source. */
  readonly names: Spellings;
  readonly feeds: readonly SourceFeed[];
}

/** The profile of a relationship: everything Dragoman knows before it has read an article. */
export interface Relationship {
  readonly id: string;
  readonly name: string;
  readonly sides: readonly [Side, Side];
  /** When diplomatic relations were established. */
  readonly establishedOn: Day;
  readonly anniversaries: readonly Anniversary[];
  readonly people: readonly Person[];
  readonly offices: readonly Office[];
  readonly organisations: readonly NamedThing[];
  readonly places: readonly NamedThing[];
  readonly corridors: readonly NamedThing[];
  readonly instruments: readonly Instrument[];
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
}
