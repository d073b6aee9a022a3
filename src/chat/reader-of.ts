import { type KnownLanguage, LANGUAGES } from '../domain/identity.ts';
import { nearestPreferences, scopesOf } from '../domain/preferences.ts';
import type { IncomingCommand } from '../ports/chat-adapter.ts';
import type { Store } from '../ports/store.ts';

/** Who asks, as their answers are written for them. */
export interface AskingReader {
  readonly language: KnownLanguage;
  /** IANA zone. */
  readonly zone: string;
  /** Topics where a command names none; empty means all. */
  readonly topicIds: readonly string[];
}

export interface ReaderPorts {
  readonly store: Pick<Store, 'preferences'>;
  readonly language: KnownLanguage;
  readonly zone: string;
}

type Asking = Pick<IncomingCommand, 'channel' | 'workspaceId' | 'userId' | 'facts'>;

/** Their own settings first, then the channel's, then the workspace's, then what the platform knows, then the bot's. */
export async function readerOf(asking: Asking, ports: ReaderPorts): Promise<AskingReader> {
  const found = await Promise.all(scopesOf(asking).map((scope) => ports.store.preferences.get(scope)));
  const set = nearestPreferences(found);
  const isKnown = set.language !== null && set.zone !== null;
  const facts = isKnown ? { zone: null, locale: null } : await asking.facts();
  return {
    language: set.language ?? languageOf(facts.locale) ?? ports.language,
    zone: set.zone ?? facts.zone ?? ports.zone,
    topicIds: set.topicIds ?? [],
  };
}

function languageOf(locale: string | null): KnownLanguage | null {
  const [language] = locale?.toLowerCase().split(/[-_]/) ?? [];
  return LANGUAGES.find((known) => known === language) ?? null;
}
