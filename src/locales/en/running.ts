import { counted } from './wording.ts';

/** What concerns sources, settings and the running of the bot. */
export const running = {
  status: {
    heading: (relationship: string) => `${relationship}: what is stored`,
    articles: 'Articles',
    relevance: 'By relevance',
    languages: 'By language',
    newest: 'Newest article',
    stories: 'Stories',
    ledger: 'Ledger',
    subscriptions: 'Subscriptions',
    deliveries: 'Deliveries',
    noDeliveries: 'none yet',
    platforms: 'Platforms',
    states: { connected: 'connected', degraded: 'degraded', down: 'down' },
    health: (platform: string, state: string, since: string, detail: string | null) =>
      `${platform} ${state} since ${since}${detail === null ? '' : `: ${detail}`}`,
    givenUp: 'Given up',
    retry: 'Retry',
    givenUpLine: (at: string, where: string, reason: string) => `${at}, to ${where}: ${reason}`,
    deliveryStatuses: { recorded: 'waiting', sending: 'being sent', sent: 'sent', failed: 'failed' },
    empty: 'Nothing is stored yet. Ingest a folder of articles or wait for the first poll.',
  },
  sources: {
    heading: (feeds: number) => (feeds === 1 ? 'One feed is followed' : `${feeds} feeds are followed`),
    none: 'No feed is followed yet. Feeds of the profile are added when the bot runs.',
    unknown: (reference: string) => `There is no feed ${reference}; sources shows their ids.`,
    whatIsMissing: (action: string) => `Say which feed: sources ${action} ID, or its address.`,
    addressIsMissing: 'Say the address of the feed: sources add https://example.org/feed.xml',
    notAnAddress: (address: string) => `"${address}" is not a web address; it should begin with https://`,
    refused: (address: string, reason: string) => `${address} is not added: ${reason}.`,
    offers: 'The page announces these feeds:',
    known: (title: string, id: string) => `That feed is followed already: ${title}, ${id}.`,
    preview: 'Is this the feed?',
    previewFields: {
      title: 'Title',
      source: 'Source of the profile',
      language: 'Language',
      items: 'Items',
      relevant: 'About the two sides',
      rhythm: 'A new item comes',
    },
    noSource: 'none; it counts as a third party',
    relevantOf: (relevant: number, items: number) => `${relevant} of ${items}`,
    every: (hours: number) =>
      hours < 1
        ? 'more than once an hour'
        : hours < 48
          ? `about every ${Math.round(hours)} hours`
          : `about every ${Math.round(hours / 24)} days`,
    rhythmUnknown: 'not known yet',
    undated: 'undated',
    added: (title: string) =>
      `${title} is followed. What it carries now is stored first and is not posted as news.`,
    removeAsk: (title: string) =>
      `Stop following ${title}? Its articles stay, and the profile does not bring it back.`,
    removed: (title: string) => `${title} is not followed any more. Its articles stay.`,
    paused: (title: string) => `${title} rests until somebody resumes it.`,
    pausedBy: 'an operator paused it',
    rests: (title: string) => `${title} rests already.`,
    resumed: (title: string) => `${title} is read again, from now on.`,
    runs: (title: string) => `${title} does not rest; there is nothing to resume.`,
    checked: (title: string, items: number) =>
      `${title} can be read: ${items} items. It is read again within a minute.`,
    checkFailed: (title: string, reason: string) => `${title} cannot be read: ${reason}.`,
    listIsMissing: 'Say the address of the list: sources import https://example.org/feeds.opml',
    listRefused: (address: string, reason: string) => `Nothing is imported from ${address}: ${reason}.`,
    exported: 'As OPML: copy the lines into a file and read it with sources import, or with any feed reader.',
    importPreview: 'Are these the feeds?',
    importFields: {
      feeds: 'In the list',
      added: 'New',
      known: 'Followed already',
      refused: 'Not taken',
    },
    wouldBeFollowed: 'These would be followed:',
    nothingNew: 'No feed of the list is new.',
    imported: (feeds: number) =>
      `${counted(feeds, 'more feed is', 'more feeds are')} followed. What ${feeds === 1 ? 'it carries' : 'they carry'} now is stored first and is not posted as news.`,
    outlineProblems: {
      'no-address': (title: string) =>
        title === '' ? 'A feed has no address.' : `The feed "${title}" has no address.`,
      'no-web-address': (address: string) =>
        `"${address}" is not a web address without a password; it should begin with https://`,
    },
    leftOut: (feeds: number) =>
      `The list names too many at once: the last ${counted(feeds, 'feed is', 'feeds are')} left out.`,
    andMore: (n: number) => `and ${n} more`,
    buttons: {
      add: 'Follow it',
      addAll: (feeds: number) => (feeds === 1 ? 'Follow it' : `Follow all ${feeds}`),
      check: 'Check',
      pause: 'Pause',
      resume: 'Resume',
      remove: 'Remove',
      yes: 'Yes',
    },
    third: 'third party',
    states: {
      unread: 'not read yet',
      unconfirmed: 'unconfirmed: its address is only a guess',
      active: (since: string) => `read ${since}`,
      quiet: (since: string) => `answers, but nothing new since ${since}`,
      failing: (since: string, problem: string) => `failing since ${since}: ${problem}`,
      rests: (reason: string) => `rests: ${reason}`,
    },
    counts: (articles: number) => (articles === 1 ? '1 article' : `${articles} articles`),
  },
  feeds: {
    heading: (feeds: number) => (feeds === 1 ? 'A feed rests' : `${feeds} feeds rest`),
    whyItRests: (by: 'operator' | 'gone' | 'failing', reason: string) =>
      ({ operator: reason, gone: `gone for good: ${reason}`, failing: `failed for a month: ${reason}` })[by],
    mend: 'To have one read again, type: ',
  },
  delete: {
    heading: 'Delete this article?',
    consequence:
      'What rests on it alone goes with it, from the story to the ledger, and its feed does not bring it back.',
    yes: 'Delete',
    done: (title: string) => `Deleted: ${title}`,
  },
  settings: {
    heading: 'Settings',
    scopes: { me: 'You', channel: 'This channel', workspace: 'The whole workspace' },
    language: 'Language',
    zone: 'Time zone',
    topics: 'Topics',
    allTopics: 'all',
    open: 'not set',
    applies: 'What applies to you here',
    order:
      'Your own settings come first, then those of the channel, then those of the workspace, then what your profile tells.',
    english: 'What the bot says itself is in English; the language decides which articles it quotes first.',
    yourId: 'Your id',
    saved: (scope: string) => `Saved for: ${scope}.`,
    channelOnly:
      'Only people who manage this channel may change its settings: administrators, and whoever created the channel or has the right to manage it.',
    workspaceOnly: 'Only administrators of the workspace may change its settings.',
    noWorkspace: 'There is no workspace here; set it for yourself or for the channel.',
  },
  home: {
    heading: (relationship: string) => `Dragoman follows ${relationship}`,
    yours: 'Your settings',
    change: 'To change them: ',
    subscriptions: 'Digests you set up',
    noSubscriptions: 'None yet. In a channel that you manage, or here, type: ',
    help: 'What you can ask',
  },
  program: {
    greeting: (relationship: string) => `Dragoman follows ${relationship}.`,
    onSamples: (articles: number) =>
      `No chat platform is set up and no article of yours is stored, so this is the console on ${articles} sample articles: retellings in our own words, for trying things out.`,
    onArchive: (articles: number) =>
      `No chat platform is set up, so this is the console on your archive of ${counted(articles, 'article', 'articles')}.`,
    tryThese: 'Type one of these, or help for all of them; Tab completes, exit leaves.',
    tries: [
      'latest',
      'digest 3y',
      'visits',
      'agreements',
      'who Nurtleu',
      'ask When did Tokayev visit Pakistan?',
    ],
    ingestedCounts: (added: number, revised: number, unchanged: number) =>
      `${added} new, ${revised} revised, ${unchanged} unchanged`,
    ingestedNothing: 'Nothing was found to read.',
    unreadable: (count: number) => `${counted(count, 'file', 'files')} could not be read`,
    inAll: 'In all',
    outdated: (articles: number, editions: number) =>
      `The settings of retention would delete ${counted(articles, 'article', 'articles')} and ${counted(editions, 'digest or alert', 'digests and alerts')} now. A running bot does so after midnight (UTC), from the day after its start on.`,
  },
};
