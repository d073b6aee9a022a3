import type { Field, Message } from '../domain/message.ts';
import { nearestPreferences, type PreferenceScope, type Preferences } from '../domain/preferences.ts';
import { field, fields, heading, paragraph } from './blocks.ts';
import { bold, code, italic } from './inline.ts';
import { namesOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

/** What was set somewhere; null where nothing was. */
export interface SetThere {
  readonly scope: PreferenceScope;
  readonly set: Preferences | null;
}

/** Who reads, with everything that applies to them here. */
export interface SettledReader extends Reader {
  readonly topicIds: readonly string[];
  readonly userId: string;
}

/** What applies, and where it was set, the nearest first. */
export function settingsMessage(places: readonly SetThere[], reader: SettledReader): Message {
  const { settings: words, languages } = wordsIn(reader.language);
  const topics = topicWords(reader.topicIds, reader);
  return {
    blocks: [
      heading(words.heading),
      paragraph([bold(words.applies)]),
      fields([
        field(words.language, languages[reader.language]),
        field(words.zone, reader.zone),
        field(words.topics, topics),
        field(words.yourId, [code(reader.userId)]),
      ]),
      ...places.flatMap((place) => [
        paragraph([bold(scopeName(place.scope, reader))]),
        fields(setFields(place.set, reader)),
      ]),
      paragraph([italic(`${words.order} ${words.english}`)]),
    ],
  };
}

/** The answer to a change: what is set there now. */
export function savedMessage({ scope, set }: SetThere, reader: Reader): Message {
  const words = wordsIn(reader.language).settings;
  return {
    blocks: [paragraph(words.saved(scopeName(scope, reader))), fields(setFields(set, reader))],
  };
}

function setFields(set: Preferences | null, reader: Pick<Reader, 'language' | 'relationship'>): Field[] {
  const { settings: words, languages } = wordsIn(reader.language);
  const { language, zone, topicIds } = nearestPreferences([set]);
  return [
    field(words.language, language === null ? words.open : languages[language]),
    field(words.zone, zone ?? words.open),
    field(words.topics, topicIds === null ? words.open : topicWords(topicIds, reader)),
  ];
}

/** What a person wants where they name no topic. */
export function topicWords(
  ids: readonly string[],
  reader: Pick<Reader, 'language' | 'relationship'>,
): string {
  return ids.length === 0 ? wordsIn(reader.language).settings.allTopics : namesOf(ids, reader);
}

function scopeName({ kind }: PreferenceScope, { language }: Pick<Reader, 'language'>): string {
  const { scopes } = wordsIn(language).settings;
  return { person: scopes.me, channel: scopes.channel, workspace: scopes.workspace }[kind];
}
