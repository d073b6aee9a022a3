import type { Interest } from '../domain/subscription.ts';
import { inWords } from './in-words.ts';
import { namesOf } from './profile-names.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

type NameReader = Pick<Reader, 'relationship' | 'language'>;

/** What somebody wants to hear of: `about Defence · naming Murat Nurtleu`; empty for everything. */
export function interestWords(interest: Interest, reader: NameReader): string {
  return interestParts(interest, reader).join(' · ');
}

/** One part for each thing that something must touch. */
export function interestParts(interest: Interest, reader: NameReader): readonly string[] {
  const { interests, languages, ...words } = wordsIn(reader.language);
  const tongues = inWords(
    interest.languages.map((language) => languages[language]),
    words,
  );
  const named: readonly (readonly [string, (names: string) => string])[] = [
    [namesOf(interest.topicIds, reader), interests.topics],
    [namesOf(interest.personIds, reader), interests.people],
    [namesOf(interest.agreementIds, reader), interests.agreements],
    [namesOf(interest.sides, reader), interests.sides],
    [tongues, interests.languages],
  ];
  const origins = interest.minOrigins > 1 ? [interests.origins(interest.minOrigins)] : [];
  return [...named.flatMap(([names, show]) => (names === '' ? [] : [show(names)])), ...origins];
}
