import { exportFeeds } from '../src/answers/export-opml.ts';
import { feedOfAddress } from '../src/answers/feed-of-address.ts';
import { planImport } from '../src/answers/plan-import.ts';
import { previewFeed } from '../src/answers/preview-feed.ts';
import type { Feed } from '../src/domain/feed.ts';
import type { Message } from '../src/domain/message.ts';
import { UserError } from '../src/errors.ts';
import { followedAddress } from '../src/ingest/feeds/followed-address.ts';
import { paragraph } from '../src/messages/blocks.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { exportMessage } from '../src/messages/export-message.ts';
import { feedOffersMessage, feedPreviewMessage } from '../src/messages/feed-preview-message.ts';
import { importedMessage, importPreviewMessage } from '../src/messages/import-message.ts';
import { windowOf } from '../src/messages/paging.ts';
import { confirmMessage, shortFeedId, sourcesMessage } from '../src/messages/sources-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext } from '../src/ports/command.ts';
import { CONFIRM } from '../src/ports/option-specs.ts';
import { textOption } from '../src/ports/option-values.ts';

const ACTIONS = ['list', 'add', 'check', 'pause', 'resume', 'remove', 'import', 'export'] as const;
type Action = (typeof ACTIONS)[number];

export const sources = {
  name: 'sources',
  description:
    'The feeds that are followed: how they do; add, check, pause, resume, remove, import or export',
  examples: [
    'sources',
    'sources add https://example.org/feed.xml',
    'sources import https://example.org/feeds.opml',
    'sources check 1a2b3c4d',
  ],
  options: [
    {
      name: 'action',
      description: 'What to do; list when nothing is said',
      kind: 'choice',
      isRequired: false,
      isPositional: true,
      choices: ACTIONS,
    },
    {
      name: 'feed',
      description:
        'Address of the feed or list; of a feed that is followed also its id or the beginning of it',
      kind: 'text',
      isRequired: false,
      isPositional: true,
    },
    CONFIRM,
  ],
  access: 'operators',
  visibility: 'private',
  async run(options, context) {
    const action = (textOption(options, 'action') ?? 'list') as Action;
    const feed = textOption(options, 'feed')?.trim() ?? '';
    const isConfirmed = textOption(options, 'confirm') === 'yes';
    switch (action) {
      case 'list':
        return list(context);
      case 'add':
        return add(feed, isConfirmed, context);
      case 'import':
        return importList(feed, isConfirmed, context);
      case 'export':
        return exportList(context);
      default:
        return change(action, await followed(feed, action, context), { ...context, isConfirmed });
    }
  },
} satisfies Command;

async function list(context: CommandContext): Promise<Message> {
  const feeds = await context.store.feeds.all();
  const said = wordsIn(context.language).sources.none;
  if (feeds.length === 0)
    return emptyMessage({ said, tries: ['sources add https://example.org/feed.xml'] }, context);
  return sourcesMessage(feeds, context, context);
}

async function add(written: string, isConfirmed: boolean, context: CommandContext): Promise<Message> {
  const { store, relationship, language } = context;
  const words = wordsIn(language);
  const url = addressIn(written, words.sources.addressIsMissing, context);
  const known = await store.feeds.find(url);
  if (known !== null) return says(words.sources.known(known.title, shortFeedId(known)));
  const preview = await previewFeed(url, context);
  if (preview.kind === 'refused')
    return feedOffersMessage(words.sources.refused(url, preview.reason), preview.offers, context);
  const feed = feedOfAddress(url, preview, context);
  if (isConfirmed) {
    const isAdded = await store.feeds.restore(feed);
    return says(
      isAdded ? words.sources.added(feed.title) : words.sources.known(feed.title, shortFeedId(feed)),
    );
  }
  const source = relationship.sources.find(({ id }) => id === feed.sourceId)?.name ?? null;
  const view = { ...preview, title: feed.title, source, language: words.languages[feed.language] };
  return feedPreviewMessage(view, `sources add ${url} confirm:yes`, context);
}

async function importList(written: string, isConfirmed: boolean, context: CommandContext): Promise<Message> {
  const words = wordsIn(context.language).sources;
  const url = addressIn(written, words.listIsMissing, context);
  const plan = await planImport(url, context);
  if (plan.kind === 'refused') return says(words.listRefused(url, plan.reason));
  if (!isConfirmed) return importPreviewMessage(plan, `sources import ${url} confirm:yes`, context);
  let added = 0;
  for (const feed of plan.added) if (await context.store.feeds.restore(feed)) added += 1;
  return importedMessage(added, plan, context);
}

/** Every page is a list that can be imported by itself, so that nothing is cut in its middle. */
async function exportList(context: CommandContext): Promise<Message> {
  const feeds = await context.store.feeds.all();
  if (feeds.length === 0) return list(context);
  const { limit, offset } = windowOf(context.page);
  const shown = feeds.slice(offset, offset + limit);
  const opml = shown.length === 0 ? '' : exportFeeds(shown, context.relationship);
  return exportMessage({ opml, total: feeds.length }, context, context);
}

/** The address that somebody gave, in its canonical form; `UserError` when it is none. */
function addressIn(written: string, whenMissing: string, { language }: CommandContext): string {
  if (written === '') throw new UserError(whenMissing);
  const url = followedAddress(written);
  if (url === null) throw new UserError(wordsIn(language).sources.notAnAddress(written));
  return url;
}

/** The feed that is meant; `UserError` when there is none. */
async function followed(reference: string, action: Action, context: CommandContext): Promise<Feed> {
  const words = wordsIn(context.language).sources;
  if (reference === '') throw new UserError(words.whatIsMissing(action));
  const { feeds } = context.store;
  const feed = (await feeds.find(reference)) ?? (await feeds.find(followedAddress(reference) ?? reference));
  if (feed === null) throw new UserError(words.unknown(reference));
  return feed;
}

async function change(
  action: Exclude<Action, 'list' | 'add' | 'import' | 'export'>,
  feed: Feed,
  context: CommandContext & { readonly isConfirmed: boolean },
): Promise<Message> {
  const { store, now, isConfirmed } = context;
  const words = wordsIn(context.language).sources;
  const { id, title } = feed;
  switch (action) {
    case 'check':
      return check(feed, context);
    case 'pause':
      if (feed.pause !== null) return says(words.rests(title));
      await store.feeds.pause(id, { at: now, reason: words.pausedBy, by: 'operator', isTold: true });
      return says(words.paused(title));
    case 'resume':
      return says((await store.feeds.resume(id, now)) ? words.resumed(title) : words.runs(title));
    case 'remove':
      if (!isConfirmed)
        return confirmMessage(
          words.removeAsk(title),
          `sources remove ${shortFeedId(feed)} confirm:yes`,
          context,
        );
      await store.feeds.remove(id, now);
      return says(words.removed(title));
  }
}

/** Reads it at once to say how it is, and leaves the taking of its articles to the next beat. */
async function check(feed: Feed, context: CommandContext): Promise<Message> {
  const words = wordsIn(context.language).sources;
  const preview = await previewFeed(feed.url, context);
  if (preview.kind === 'refused') return says(words.checkFailed(feed.title, preview.reason));
  if (feed.pause === null)
    await context.store.feeds.record(feed.id, { ...feed.state, nextCheckAt: context.now }, null);
  return says(words.checked(feed.title, preview.items.length));
}

function says(sentence: string): Message {
  return { blocks: [paragraph(sentence)] };
}
