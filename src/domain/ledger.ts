import type { Evidence } from './article.ts';
import type { Day, Precision } from './day.ts';
import type { AgreementId, ArticleId, EventId, StoryId } from './identity.ts';
import type { InstrumentKind, SideId } from './relationship.ts';

export const EVENT_KINDS = [
  'visit',
  'meeting',
  'call',
  'signing',
  'session',
  'forum',
  'exercise',
  'award',
  'statement',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_STATUSES = ['announced', 'under-way', 'held', 'postponed', 'cancelled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export type VisitKind = 'state' | 'official' | 'working';

export interface Participant {
  /** Person id of the profile. */
  readonly id: string;
  readonly name: string;
  /** Title of the office held at the event's time, as the profile knows it; null when it does not. */
  readonly office: string | null;
  readonly side: SideId;
}

/** Something dated that articles tell of. */
export interface NewsEvent {
  readonly id: EventId;
  readonly kind: EventKind;
  readonly title: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly precision: Precision;
  readonly status: EventStatus;
  readonly visitKind: VisitKind | null;
  /** For a visit the first participant is the visitor. */
  readonly participants: readonly Participant[];
  /** Side that hosts, for visits. */
  readonly hostSide: SideId | null;
  readonly placeId: string | null;
  readonly topicIds: readonly string[];
  readonly storyIds: readonly StoryId[];
  readonly evidence: readonly Evidence[];
}

export const AGREEMENT_STATUSES = [
  'mentioned',
  'proposed',
  'negotiated',
  'ready-to-sign',
  'signed',
  'ratified',
  'in-force',
  'lapsed',
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export interface AgreementStep {
  readonly status: AgreementStatus;
  readonly onDay: Day;
  readonly precision: Precision;
  readonly evidence: readonly Evidence[];
}

export interface Agreement {
  readonly id: AgreementId;
  readonly name: string;
  readonly kind: InstrumentKind;
  /** The furthest step that the articles support. */
  readonly status: AgreementStatus;
  /** Oldest first. */
  readonly steps: readonly AgreementStep[];
}

interface ObservationBase {
  readonly articleId: ArticleId;
  /** Observations with the same key may tell of the same thing when their days are near. */
  readonly key: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly precision: Precision;
  readonly start: number;
  readonly end: number;
}

/** What one sentence of one article says of an event. */
export interface EventObservation extends ObservationBase {
  readonly about: 'event';
  readonly kind: EventKind;
  readonly status: EventStatus;
  readonly visitKind: VisitKind | null;
  readonly personIds: readonly string[];
  readonly hostSide: SideId | null;
  readonly placeId: string | null;
  /** Topics of the whole article. */
  readonly topicIds: readonly string[];
}

/** What one sentence of one article says of an agreement. */
export interface AgreementObservation extends ObservationBase {
  readonly about: 'agreement';
  readonly agreementId: string;
  readonly name: string;
  readonly kind: InstrumentKind;
  readonly status: AgreementStatus;
}

export type Observation = EventObservation | AgreementObservation;
