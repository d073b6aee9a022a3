import type { Day } from '../domain/day.ts';
import { AGREEMENT_STATUSES, type AgreementObservation, type AgreementStatus } from '../domain/ledger.ts';
import type { Instrument } from '../domain/relationship.ts';
import type { Mention } from '../domain/understanding.ts';
import type { Cue } from '../understand/cue.ts';
import type { CueHit } from '../understand/cues.ts';
import { type ArticleReading, hasCue, type SentenceReading, type SpanOfDays } from './read-sentence.ts';

const STEPS: ReadonlyMap<Cue, AgreementStatus> = new Map([
  ['proposed', 'proposed'],
  ['negotiated', 'negotiated'],
  ['to-sign', 'ready-to-sign'],
  ['signed', 'signed'],
  ['ratified', 'ratified'],
  ['in-force', 'in-force'],
]);

/** Agreements told of: an instrument of the profile, and the step that the same sentence puts it at. */
export function observeAgreements(reading: ArticleReading): AgreementObservation[] {
  const instruments = new Map(
    reading.index.relationship.instruments.map((instrument) => [instrument.id, instrument]),
  );
  return reading.sentences.flatMap((sentence) =>
    namedInstruments(sentence).flatMap((mention) => {
      const instrument = instruments.get(mention.entityId);
      return instrument === undefined ? [] : [observation(mention, { instrument, sentence, reading })];
    }),
  );
}

function namedInstruments({ mentions }: SentenceReading): Mention[] {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    if (mention.kind === 'instrument' && !first.has(mention.entityId)) first.set(mention.entityId, mention);
  }
  return [...first.values()];
}

function observation(
  mention: Mention,
  {
    instrument,
    sentence,
    reading,
  }: { instrument: Instrument; sentence: SentenceReading; reading: ArticleReading },
): AgreementObservation {
  const status = stepOf(mention, sentence);
  return {
    about: 'agreement',
    articleId: reading.article.id,
    key: `agreement|${instrument.id}|${status}`,
    agreementId: instrument.id,
    name: instrument.name,
    kind: instrument.kind,
    status,
    ...stepDate(sentence, reading),
    start: sentence.start,
    end: sentence.end,
  };
}

/**
 * The step named nearest to the instrument. "Ready to sign" contains the word "sign": of two that overlap the weaker
 * one counts, and what is yet to come is not signed.
 */
function stepOf(mention: Mention, sentence: SentenceReading): AgreementStatus {
  const distance = ({ start, end }: CueHit) => Math.max(0, start - mention.end, mention.start - end);
  const isPlan = hasCue(sentence, 'future');
  const near = sentence.cues
    .filter(({ cue }) => STEPS.has(cue))
    .map((hit) => (isPlan && hit.cue === 'signed' ? { ...hit, cue: 'to-sign' as const } : hit))
    .sort((a, b) => distance(a) - distance(b) || rankOf(a) - rankOf(b));
  const [nearest] = near;
  if (nearest === undefined) return 'mentioned';
  const same = near
    .filter(({ start, end }) => start < nearest.end && nearest.start < end)
    .sort((a, b) => rankOf(a) - rankOf(b));
  return STEPS.get((same[0] ?? nearest).cue) ?? 'mentioned';
}

function rankOf({ cue }: CueHit): number {
  return AGREEMENT_STATUSES.indexOf(STEPS.get(cue) ?? 'mentioned');
}

/** The day told in the sentence, else the day of the article's main happening; never later than the report. */
function stepDate(sentence: SentenceReading, { mainDate, publishedDay }: ArticleReading): SpanOfDays {
  const isPast = ({ fromDay }: SpanOfDays) => fromDay <= publishedDay;
  const told = sentence.dates.find((date) => date.precision !== 'year' && isPast(date));
  const { fromDay, toDay, precision } = told ?? (isPast(mainDate) ? mainDate : onDay(publishedDay));
  return { fromDay, toDay, precision };
}

function onDay(day: Day): SpanOfDays {
  return { fromDay: day, toDay: day, precision: 'day' };
}
