import { sideOfMention } from '../understand/find-mentions.ts';
import type { ProfileIndex } from '../understand/profile-index.ts';
import { isElsewhere } from './absent-people.ts';
import type { ArticleReading, NamedPerson, SentenceReading } from './read-sentence.ts';

/** Languages that put the goal before the word for the visit: "Пәкістанға сапар", "پاکستان کا دورہ". */
const GOAL_FIRST = new Set(['kk', 'ur']);
/** Characters between a title and its country: "Pakistan's Prime Minister", "President of Kazakhstan". */
const TITLE_GAP = 4;
/** "by a Kazakh head of state", "aus Pakistan": where somebody comes from is not where they go. */
const COMING_FROM = /(?:^|[\s(])(?:by|of|from|von|aus|des|из|от)\s+(?:an?\s+|the\s+|dem\s+|der\s+)?$/iu;

/** The side visited: the one named nearest to the word for the visit, on the side where the language puts the goal. */
export function hostSideOf(sentence: SentenceReading, { index }: ArticleReading): string | null {
  const cue = sentence.cues.find((hit) => hit.cue === 'visit');
  if (cue === undefined) return null;
  const ours = new Set(index.relationship.sides.map(({ id }) => id));
  const goals = sentence.mentions
    .filter(({ kind }) => kind === 'side' || kind === 'place')
    .filter(
      ({ start, end }) =>
        !isPartOfTitle({ start, end }, sentence) && !COMING_FROM.test(textBefore(start, sentence)),
    )
    .map((mention) => ({ side: sideOfMention(mention, index), offset: mention.start - cue.start }))
    .filter(({ side }) => ours.has(side));
  const isPreferred = (offset: number) => (GOAL_FIRST.has(sentence.language) ? offset < 0 : offset > 0);
  const nearest = [...goals].sort(
    (a, b) =>
      Number(isPreferred(b.offset)) - Number(isPreferred(a.offset)) ||
      Math.abs(a.offset) - Math.abs(b.offset),
  );
  return nearest[0]?.side ?? otherSide(sentence, cue.start, index);
}

/** Who came: the first person of the other side; without any in the sentence, whom the sentence before was about. */
export function visitorOf(
  sentence: SentenceReading,
  { sentences }: ArticleReading,
  host: string,
): NamedPerson | null {
  const isGuest = ({ side }: NamedPerson) => side !== host && side !== 'third';
  const guests = sentence.people.filter((person) => isGuest(person) && !isElsewhere(person.start, sentence));
  if (guests[0] !== undefined) return guests[0];
  if (sentence.people.length > 0 || sentence.dates.length === 0) return null;
  const before = sentences[sentence.at - 1]?.people.filter(isGuest) ?? [];
  return before.length === 1 ? (before[0] ?? null) : null;
}

/** Without a goal in the sentence, the one person it opens with is at the other side's. */
function otherSide(
  { people, dates }: SentenceReading,
  cueStart: number,
  { relationship }: ProfileIndex,
): string | null {
  const [only, another] = people;
  if (only === undefined || another !== undefined || dates.length === 0) return null;
  if (only.side === 'third' || only.start > cueStart) return null;
  return relationship.sides.find(({ id }) => id !== only.side)?.id ?? null;
}

/** "Kazakh Foreign Minister", "Präsident Kasachstans": the country belongs to the title and is no goal. */
function isPartOfTitle(country: { start: number; end: number }, { mentions }: SentenceReading): boolean {
  return mentions.some(({ kind, start, end }) => {
    const isBehind = start >= country.end && start - country.end <= TITLE_GAP;
    const isBefore = kind === 'office' && country.start >= end && country.start - end <= TITLE_GAP;
    return (isBehind && (kind === 'office' || kind === 'person')) || isBefore;
  });
}

function textBefore(at: number, { start, text }: SentenceReading): string {
  return text.slice(0, at - start);
}
