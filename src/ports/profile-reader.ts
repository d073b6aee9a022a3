import type { Relationship } from '../domain/relationship.ts';

export interface ProfileProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface ProfileReading {
  /** Null when a file is missing or malformed. */
  readonly relationship: Relationship | null;
  readonly problems: readonly ProfileProblem[];
}

/** Reads the folder of one relationship and checks it. */
export interface ProfileReader {
  read(folder: string): Promise<ProfileReading>;
}
