import type { KnownLanguage } from './identity.ts';
import type { Channel } from './subscription.ts';

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

/** Somebody in some channel, as far as their settings go. */
export interface Place {
  readonly channel: Channel;
  /** Null outside of any workspace. */
  readonly workspaceId: string | null;
  readonly userId: string;
}

/** Whose settings apply there, the nearest first. */
export function scopesOf({ channel, workspaceId, userId }: Place): readonly PreferenceScope[] {
  const { platform, id } = channel;
  return [
    { kind: 'person', platform, id: userId },
    { kind: 'channel', platform, id },
    ...(workspaceId === null ? [] : [{ kind: 'workspace', platform, id: workspaceId } as const]),
  ];
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
