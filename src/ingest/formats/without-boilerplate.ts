/** Longer lines are sentences of the article, whatever they begin with. */
const MAX_LENGTH = 120;

/** Pointers to other articles stand anywhere between the paragraphs. */
const ELSEWHERE =
  /^(?:(?:also read|read also|read more|continue reading|related(?: articles?| news| stories)?)(?:\s*[:：»→…].*)?|(?:lesen sie auch|weiterlesen|mehr lesen|mehr zum thema|lesen sie mehr)(?:\s*[:：»→…].*)?|(?:читайте также|читать далее|читать полностью|подробнее|по теме)(?:\s*[:：»→…].*)?|(?:сондай-ақ оқыңыз|тағы оқыңыз|толығырақ|толық оқу|оқи отырыңыз)(?:\s*[:：»→…].*)?|(?:یہ بھی پڑھیں|مزید پڑھیں|مزید پڑھیے)(?:\s*[:：»→…].*)?)$/iu;
/** What stands above and below an article, and only there. */
const AROUND = [
  /^(?:share(?: this)?(?: article| story)?|tweet|print|comments?|advertisement|sign up for .*|subscribe(?: to| now| for)? .*|follow us (?:on|in|at) .*)[.!:]?$/iu,
  /^(?:teilen|drucken|kommentare?|anzeige|werbung|folgen sie uns (?:auf|bei) .*|newsletter abonnieren)[.!:]?$/iu,
  /^(?:поделиться|распечатать|комментарии|реклама|подписывайтесь на .*|подпишитесь на .*|следите за (?:нашими )?новостями .*)[.!:]?$/iu,
  /^(?:бөлісу|басып шығару|пікірлер|жарнама|.* (?:арнамызға|парақшамызға) жазылыңыз)[.!:]?$/iu,
  /^(?:شیئر کریں|شئیر کریں|تبصرے|اشتہار|ہمیں .* (?:پر )?فالو کریں)[.!:۔]?$/iu,
  /^(?:photos?|image|pictures?|foto|bild|фото|фотография|сурет|تصویر|فوٹو)(?: credits?)?\s*[:：]\s*\S.*$/iu,
  /^(?:[Bb]y|BY|[Vv]on)\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+|und\s+)?\p{Lu}[\p{L}.'’-]*){1,4}$/u,
  /^(?:author|autor(?:in)?|автор|авторы|تحریر)\s*[:：]\s*\S.{0,60}$/iu,
];

/**
 * A text without lines that are no part of the article: bylines, credits of pictures and calls to share above and below
 * it, pointers to other articles anywhere. Whole lines alone go, and never all of them.
 */
export function withoutBoilerplate(text: string): string {
  const lines = text.split('\n').filter((line) => !isLike(line, [ELSEWHERE]));
  const first = lines.findIndex(isOfArticle);
  if (first < 0) return text;
  return lines
    .slice(first, lines.findLastIndex(isOfArticle) + 1)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function isOfArticle(line: string): boolean {
  return line.trim() !== '' && !isLike(line, AROUND);
}

function isLike(line: string, forms: readonly RegExp[]): boolean {
  const bare = line.replace(/^[\s*#>•–—-]+|\s+$/gu, '');
  return bare.length <= MAX_LENGTH && forms.some((form) => form.test(bare));
}
