import type { KnownLanguage } from './identity.ts';

/** What somebody set for themselves, a channel or a workspace; null where they left it open. */
export interface Preferences {
  readonly language: KnownLanguage | null;
  /** IANA zone. */
  readonly zone: string | null;
  /** Topics where a command names none; an empty list means all topics. */
  readonly topicIds: readonly string[] | null;
}

export interface PreferenceScope {
  readonly kind: 'person' | 'channel' | 'workspace';
  readonly platform: string;
  /** The platform's id of the person, channel or workspace. */
  readonly id: string;
}

/** Field by field the first that is set; the nearest comes first. */
export function nearestPreferences(preferences: readonly (Preferences | null)[]): Preferences {
  const set = preferences.filter((each) => each !== null);
  return {
    language: set.find(({ language }) => language !== null)?.language ?? null,
    zone: set.find(({ zone }) => zone !== null)?.zone ?? null,
    topicIds: set.find(({ topicIds }) => topicIds !== null)?.topicIds ?? null,
  };
}
