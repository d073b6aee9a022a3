import type { KnownLanguage } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';

/** Who reads a message, and the profile whose names it uses. The context of a command is one. */
export interface Reader {
  readonly language: KnownLanguage;
  readonly relationship: Relationship;
  /** IANA zone in which this person reads times. */
  readonly zone: string;
}
