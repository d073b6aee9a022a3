const MOST_OPEN_TAGS = 100;
const CDATA_COMMENT_OR_OPEN_TAG = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<[^<>]*(?=<|$)/g;

/** Tags that never end, in numbers that no mistake makes: feedsmith searches all of the text for the end of each. */
export function hasManyOpenTags(xml: string): boolean {
  const found = xml.match(CDATA_COMMENT_OR_OPEN_TAG) ?? [];
  return found.filter((piece) => !/^<!(?:\[CDATA\[|--)/.test(piece)).length > MOST_OPEN_TAGS;
}
