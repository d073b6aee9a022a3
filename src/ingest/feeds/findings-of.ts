import type { Finding, FindingOrFailure } from '../draft-of.ts';
import { htmlToText } from '../formats/html-to-text.ts';
import type { FeedDocument, FeedItem } from './feed-reading.ts';

/** Every item of a feed as a finding; one that cannot be read by its number, so that it does not cost the others. */
export function findingsOf(feed: FeedDocument, locator: string): Promise<FindingOrFailure[]> {
  return Promise.all(feed.items.map((item, index) => findingOrFailure(item, feed, { locator, index })));
}

async function findingOrFailure(
  item: FeedItem,
  feed: FeedDocument,
  { locator, index }: { readonly locator: string; readonly index: number },
): Promise<FindingOrFailure> {
  try {
    return await findingOf(item, feed, locator);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { position: `#${index + 1}`, reason };
  }
}

/** Throws on content that is nested too deeply to be read. */
export async function findingOf(item: FeedItem, feed: FeedDocument, locator: string): Promise<Finding> {
  const text = await htmlToText(item.contentHtml ?? '');
  return {
    locator: `${locator}#${item.guid ?? item.url ?? item.title ?? ''}`,
    url: item.url,
    title: item.title,
    text: text === '' ? (item.title ?? '') : text,
    language: item.language,
    languageAround: feed.language,
    published: item.published,
    sourceNames: feed.title === null ? [] : [feed.title],
    author: item.author,
  };
}
