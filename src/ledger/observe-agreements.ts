import type { Day } from '../domain/day.ts';
import type { AgreementObservation, AgreementStatus } from '../domain/ledger.ts';
import type { Instrument } from '../domain/relationship.ts';
import type { Mention } from '../domain/understanding.ts';
import { type ArticleReading, hasCue, type SentenceReading, type SpanOfDays } from './read-sentence.ts';

/** Agreements told of: an instrument of the profile, and the step that the same sentence puts it at. */
export function observeAgreements(reading: ArticleReading): AgreementObservation[] {
  const instruments = new Map(
    reading.index.relationship.instruments.map((instrument) => [instrument.id, instrument]),
  );
  return reading.sentences.flatMap((sentence) =>
    namedInstruments(sentence).flatMap((mention) => {
      const instrument = instruments.get(mention.entityId);
      return instrument === undefined ? [] : [observation(instrument, sentence, reading)];
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
  instrument: Instrument,
  sentence: SentenceReading,
  reading: ArticleReading,
): AgreementObservation {
  return {
    about: 'agreement',
    articleId: reading.article.id,
    key: `agreement|${instrument.id}`,
    agreementId: instrument.id,
    name: instrument.name,
    kind: instrument.kind,
    status: stepOf(sentence),
    ...stepDate(sentence, reading),
    start: sentence.start,
    end: sentence.end,
  };
}

/** The weaker reading wins where a sentence is ambiguous: "ready to sign" also contains the word "sign". */
function stepOf(sentence: SentenceReading): AgreementStatus {
  if (hasCue(sentence, 'in-force')) return 'in-force';
  if (hasCue(sentence, 'ratified')) return 'ratified';
  const [signed, toSign] = [hasCue(sentence, 'signed'), hasCue(sentence, 'to-sign')];
  if (toSign) return 'ready-to-sign';
  if (signed) return 'signed';
  if (hasCue(sentence, 'negotiated')) return 'negotiated';
  return hasCue(sentence, 'proposed') ? 'proposed' : 'mentioned';
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
