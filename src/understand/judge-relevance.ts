import type { Mention, Relevance, Sentence } from '../domain/understanding.ts';
import type { PhraseHit } from '../language/phrase-index.ts';
import { sideOfMention, type WordedText } from './find-mentions.ts';
import type { ProfileIndex } from './profile-index.ts';

/** What one sentence says about who is in it. */
interface Cast {
  /** Sides named by a person, office, organisation, place or country name. */
  readonly sides: ReadonlySet<string>;
  /** Sides of which a person or office is named. */
  readonly acting: ReadonlySet<string>;
  /** How many other countries stand in the same sentence. */
  readonly others: number;
}

/** A sentence that lists more than this many other countries is a roll-call, not news about two of them. */
const MOST_OTHERS = 1;
const LEAD_SENTENCES = 3;
/** An article whose title and lead join the two sides is about them unless it names more other countries than this. */
const MOST_OTHERS_ABOUT_TWO = 3;
/** Share of sentences that join the two sides in an article about them. */
const LEAST_SHARE = 0.2;
const VOTES_NEEDED = 3;

/**
 * Is the article about the relationship? `bilateral` when the title or lead joins the two sides and the body stays with
 * them; `one-side` when only one side's people act but the other is what they act on; `passing` when both are merely
 * named; `none` when one of them is missing.
 */
export function judgeRelevance(
  body: WordedText,
  title: { readonly mentions: readonly Mention[] },
  parts: { readonly sentences: readonly Sentence[]; readonly mentions: readonly Mention[] },
  index: ProfileIndex,
): Relevance {
  const [sideA, sideB] = index.relationship.sides.map(({ id }) => id) as [string, string];
  const countries = index.thirdCountries.find(body.text, body.words, body.language);
  const casts = parts.sentences.map((sentence) => castOf(sentence, parts.mentions, countries, index));
  const titleSides = new Set(title.mentions.map((mention) => sideOfMention(mention, index)));
  const isJoint = ({ sides }: Cast) => sides.has(sideA) && sides.has(sideB);
  const focused = casts.filter((cast) => isJoint(cast) && cast.others <= MOST_OTHERS);
  const named = new Set([...titleSides, ...casts.flatMap(({ sides }) => [...sides])]);
  if (!named.has(sideA) || !named.has(sideB))
    return { kind: 'none', reasons: [missing(named, [sideA, sideB])] };

  const titleJoins = titleSides.has(sideA) && titleSides.has(sideB);
  const leadJoins = casts
    .slice(0, LEAD_SENTENCES)
    .some((cast) => isJoint(cast) && cast.others <= MOST_OTHERS);
  const share = focused.length / Math.max(1, casts.length);
  const others = casts.reduce((sum, cast) => sum + cast.others, 0);
  const reasons = [
    ...(titleJoins ? ['the title names both sides'] : []),
    ...(leadJoins ? ['the lead joins both sides'] : []),
    `${focused.length} of ${casts.length} sentences join the two sides`,
    `${others} mentions of other countries`,
  ];
  const isHeadline = titleJoins && leadJoins && others <= MOST_OTHERS_ABOUT_TWO;
  const votes = [titleJoins, leadJoins, share >= LEAST_SHARE, others <= focused.length].filter(
    Boolean,
  ).length;
  const isAbout = isHeadline || votes >= VOTES_NEEDED;
  if (!isAbout) return { kind: 'passing', reasons };
  const acting = new Set(casts.flatMap((cast) => [...cast.acting]));
  const bothAct = acting.has(sideA) && acting.has(sideB);
  return {
    kind: bothAct ? 'bilateral' : 'one-side',
    reasons: [...reasons, bothAct ? 'people of both sides act' : 'people of one side act'],
  };
}

function castOf(
  { start, end }: Sentence,
  mentions: readonly Mention[],
  countries: readonly PhraseHit<string>[],
  index: ProfileIndex,
): Cast {
  const isHere = (span: { readonly start: number; readonly end: number }) =>
    span.start >= start && span.end <= end;
  const here = mentions.filter(isHere);
  const actors = here.filter(({ kind }) => kind === 'person' || kind === 'office');
  return {
    sides: new Set(here.map((mention) => sideOfMention(mention, index))),
    acting: new Set(actors.map((mention) => sideOfMention(mention, index))),
    others: new Set(countries.filter(isHere).flatMap(({ values }) => values)).size,
  };
}

function missing(named: ReadonlySet<string>, sides: readonly string[]): string {
  return `does not name ${sides.filter((side) => !named.has(side)).join(' or ')}`;
}
