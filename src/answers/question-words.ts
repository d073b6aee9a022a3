/** What kind of answer a question wants. */
export type Expected = 'who' | 'when' | 'where' | 'how-many' | 'anything';

/** What a question is about, where the ledger may know more than a sentence. */
export type Subject = 'visit' | 'signing';

/** The first pattern that matches decides; \b does not know Cyrillic or Arabic letters, so edges are spelt out. */
const EXPECTED: readonly (readonly [Expected, RegExp])[] = [
  [
    'how-many',
    words('how many|how much|how large|how big|what share|wie ?viele?n?|сколько|қанша|неше|کتن[اےی]'),
  ],
  ['when', words('when|since when|what day|what date|wann|seit wann|когда|қашан|کب')],
  ['where', words('where|in which city|wo|wohin|где|куда|қайда|کہاں')],
  ['who', words('who|whom|whose|wer|wen|wem|кто|кого|кем|кім|кімді|کون|کس')],
];

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  [
    'visit',
    stems('visit|came to|come to|arriv|travel|trip|besuch|reis|визит|посе[тщ]|прибы|сапар|دورے|دورہ'),
  ],
  [
    'signing',
    stems(
      'sign|agree|declar|treat|memorand|abkommen|unterzeich|vertrag|подпис|соглаш|деклар|договор|келісім|қол қой|معاہد|دستخط',
    ),
  ],
];

/** Words that ask or carry no content of their own; they never count as missing from an answer. */
const EMPTY = words(
  [
    'what|which|why|how|when|where|who|whom|whose|many|much|did|does|do|is|was|were|are|has|have|had|will|be|been|tell|said|say|says|about',
    'happen|happened|take|took|place|there|any|ever|last|latest|recent|recently|currently|now|next|first|times|kind|sort',
    'was|wer|wen|wann|wo|wie|viele?|hat|haben|ist|sind|wurde|wurden|über|gibt|es',
    'что|кто|когда|где|как|какой|какая|какие|какое|сколько|был|была|было|были|есть|ли|о|об',
    'не|кім|қашан|қайда|қалай|қандай|қанша|болды|туралы',
    'کیا|کون|کب|کہاں|کیسے|کتنا|کتنے|کتنی|ہے|ہیں|تھا|تھے|تھی|ہوا|ہوئی|ہوئے|نے|کا|کی|کے|میں|سے|پر|کو',
  ].join('|'),
);

export function expectedOf(question: string): Expected {
  return EXPECTED.find(([, pattern]) => pattern.test(question))?.[0] ?? 'anything';
}

export function subjectOf(question: string): Subject | null {
  return SUBJECTS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

export function isEmptyWord(word: string): boolean {
  return EMPTY.exec(word)?.[0].length === word.length;
}

function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu');
}

function stems(beginnings: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings})`, 'iu');
}

/** Nothing but words of signing and of instruments, and at least one: "what was signed", "which agreements". */
export function isAboutSigning(content: readonly string[]): boolean {
  const signing = SUBJECTS.find(([subject]) => subject === 'signing')?.[1];
  return content.length > 0 && content.every((word) => signing?.test(word) === true);
}
