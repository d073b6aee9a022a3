import type { KnownLanguage, Language } from '../domain/identity.ts';

/** Words that announce; words that tell what has been. What matches both announces ("is expected"). */
const FUTURE: Readonly<Record<KnownLanguage, RegExp>> = Object.freeze({
  en: /\b(?:will|shall|should|would|expected|scheduled|due|planned|plans? (?:to|for)|(?:is|are) to|to follow|able to|upcoming|forthcoming|coming|hop(?:es?|ing) to|aims? to|set to|before|ahead of|promised)\b/gi,
  de: /(?<!\p{L})(?:wird|werden|soll(?:en|te|ten)?|will|wollen|geplant\p{L}*|planen|plant|bevorsteh\p{L}*|kommend\p{L}*|nächst\p{L}*|vorgesehen|erwartet|dürfte|eingeladen|vor dem)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:будет|будут|план\p{L}+|намер\p{L}+|ожида\p{L}+|предсто\p{L}+|состо[ия]тся|пройд[её]т|пройдут|начн\p{L}+|запланир\p{L}+|должн\p{L}+|откро\p{L}+|прибуд\p{L}+|посетит|намечен\p{L}*|пригла\p{L}+|накануне|перед|до)(?!\p{L})/giu,
  kk: /\p{L}+(?:мақ|мек|бақ|бек|пақ|пек|мақшы|мекші|ады|еді|йды|йді)(?=[,.!?»:;]|$|\s*[–—])|(?<!\p{L})(?:жоспарл|күтіл|алдағы|келесі|шақыр)\p{L}*/giu,
  ur: /(?<!\p{L})(?:گا|گی|گے|متوقع|آئندہ|اگلے|اگلی|منصوبہ|رہے ہیں|امکان|توقع|سے پہلے|سے قبل)(?!\p{L})/gu,
});

const PAST: Readonly<Record<KnownLanguage, RegExp>> = Object.freeze({
  en: /\b(?:\w{2,}ed|was|were|had|did|took|held|met|said|told|spoke|became|began|left|came|went|made|gave|saw|sent|put|ago|since)\b/gi,
  de: /(?<!\p{L})(?:war|waren|wurden?|hatten?|fand|fanden|kam|kamen|traf|trafen|nannten?|seit|ist|sind|\p{Ll}{2,}(?:[rngklmhpsft]te|ete)n?)(?!\p{L})/gu,
  ru: /(?<!\p{L})(?!(?:генерал|материал|журнал|канал|капитал|финал|персонал|школа|дела|сила|была бы)(?!\p{L}))\p{Ll}{2,}[аеиоуыя](?:л|ла|ло|ли|лся|лась|лось|лись)(?!\p{L})|(?<!\p{L})(?:прош|приш|вош|выш)(?:ла|ло|ли)(?!\p{L})/giu,
  kk: /\p{L}+(?:ды|ді|ты|ті|ған|ген|қан|кен|еді)(?=[,.!?»:;]|$|\s*[–—])/giu,
  ur: /(?<!\p{L})(?:تھا|تھی|تھے|تھیں|گیا|گئی|گئے|ہوا|ہوئی|ہوئے|کیا|کیے|کہا|بتایا|دیا|دی|پہنچے|ہوئیں)(?!\p{L})/gu,
});

/** In these the verb ends the clause, so that it stands after the date. */
const VERB_LAST: ReadonlySet<Language> = new Set(['kk', 'ur']);
/** A cue on the unlikely side of the date counts as if it stood this many characters further off. */
const WRONG_SIDE = 60;

/** Does the cue nearest to a date, at `start` to `end` of the sentence, announce what is to come? */
export function speaksOfFuture(
  sentence: string,
  date: { start: number; end: number },
  language: Language,
): boolean {
  const known = language === 'other' ? 'en' : language;
  const future = nearest(sentence, date, FUTURE[known], VERB_LAST.has(known));
  return (
    future < Number.POSITIVE_INFINITY && future <= nearest(sentence, date, PAST[known], VERB_LAST.has(known))
  );
}

function nearest(
  sentence: string,
  date: { start: number; end: number },
  cues: RegExp,
  isVerbLast: boolean,
): number {
  let best = Number.POSITIVE_INFINITY;
  for (const match of sentence.matchAll(cues)) {
    const isAfter = match.index >= date.end;
    const distance = isAfter ? match.index - date.end : date.start - match.index - match[0].length;
    best = Math.min(best, Math.abs(distance) + (isAfter === isVerbLast ? 0 : WRONG_SIDE));
  }
  return best;
}
