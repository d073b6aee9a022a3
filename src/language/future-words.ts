import type { KnownLanguage, Language } from '../domain/identity.ts';

/** Signs that a sentence speaks of what is to come; and that it tells of the past after all. */
const FUTURE: Readonly<Record<KnownLanguage, RegExp>> = Object.freeze({
  en: /\b(?:will|shall|would|expected|scheduled|due|plans? to|planned for|(?:is|are) (?:to|planned)|upcoming|forthcoming|coming|hopes? to|aims? to|set to|by|until)\b/i,
  de: /(?<!\p{L})(?:wird|werden|soll|sollen|geplant|plant|planen|will|wollen|bevorsteh\p{L}*|kommend\p{L}*|nächst\p{L}*|vorgesehen|erwartet|sollte)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:будет|будут|планиру\p{L}*|намер\p{L}*|ожида\p{L}*|предстоя\p{L}*|состоится|состоятся|пройд[её]т|пройдут|начн\p{L}+|запланир\p{L}*|должн\p{L}*|откро\p{L}+т(?:ся)?|прибуд\p{L}+|посетит|намечен\p{L}*)(?!\p{L})/iu,
  kk: /(?<!\p{L})(?:\p{L}+(?:мақ|мек|бақ|бек|пақ|пек)|жоспарл\p{L}*|күтіл\p{L}*|алдағы|келесі|болмақшы|\p{L}+(?:ады|еді|йды|йді))(?!\p{L})/iu,
  ur: /(?<!\p{L})(?:گا|گی|گے|متوقع|آئندہ|اگلے|اگلی|والے|والا|والی|منصوبہ|پہنچ رہے|امکان|توقع|ہوں گے)(?!\p{L})/u,
});

const PAST: Readonly<Record<KnownLanguage, RegExp>> = Object.freeze({
  en: /\b(?:was|were|had been|did not|took place|signed|visited|earlier|ago|since)\b/i,
  de: /(?<!\p{L})(?:war|waren|wurde|wurden|hatte|hatten|fand|fanden|unterzeichnet\p{L}*|seit)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:был[аои]?|состоял\p{L}+|прош(?:ел|ла|ли|ло)|подписал\p{L}*|посетил\p{L}*|стал[аои]?)(?!\p{L})/iu,
  kk: /(?<!\p{L})(?:\p{L}+(?:ды|ді|ты|ті)(?<![аей]ды|[аей]ді)|\p{L}+(?:ған|ген|қан|кен)(?: болатын)?)(?!\p{L})/iu,
  ur: /(?<!\p{L})(?:تھا|تھی|تھے|تھیں|گیا|گئی|گئے|ہوا|ہوئی|ہوئے|کیا|کیے)(?!\p{L})/u,
});

/** Is the future nearer to a date than the past, in its own part of the sentence? */
export function speaksOfFuture(clause: string, language: Language): boolean {
  const known = language === 'other' ? 'en' : language;
  return FUTURE[known].test(clause) && !PAST[known].test(clause);
}
