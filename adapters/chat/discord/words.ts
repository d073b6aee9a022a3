const PORTAL = 'discord.com/developers/applications';

/** What Discord's adapter itself says; everything else comes in messages. */
export const words = {
  tooOld: 'This button is too old to be known; ask again.',
  failed: (id: string) => `Something went wrong (id ${id}). It has been noted; please ask again.`,
  share: 'Show the answer to the whole channel',
  page: 'Which page of the list',
  rootDescription: 'News of the relationship, with a source behind every sentence',
  manageDescription: 'Subscriptions, settings and sources, for those who manage the channel',
  needed: (what: string, place: string) => `set it, too: ${what}, at ${PORTAL} under ${place}`,
  whatToken: 'the token of the bot',
  tokenPlace: 'Bot → Reset Token',
  whatApplicationId: 'the id of the application',
  applicationIdPlace: 'General Information → Application ID',
  tokenRefused: `Discord refuses this token; make a new one at ${PORTAL} under Bot → Reset Token`,
  otherApplication: (id: string) =>
    `the token belongs to the application ${id}; see ${PORTAL} under General Information → Application ID`,
  unknownApplication: `the token does not belong to it; see ${PORTAL} under General Information → Application ID`,
  notStarted: 'The connection to Discord is not open.',
  connecting: "The connection to Discord's gateway is being made.",
  standsBy: 'Stands by; another process holds the connection.',
  someDown: (down: number, all: number) =>
    `${down} of ${all} connections to Discord's gateway are being made again.`,
  closedForGood: (code: number, why: string) => `Discord closed the connection for good (${code}): ${why}`,
  unknownClose: 'restart the bot.',
  refusedTooOften: 'Discord refused so many requests that no more are made for some minutes.',
  noAnswer: 'Discord did not answer',
  rateLimited: 'Discord asks to wait.',
  rightsUnknown: 'Discord does not say what you may do here',
  usage: 'Type: discord publish [--server ID], with the id of a server that the bot is on.',
  noAccess: (server: string) =>
    `The bot is not on the server ${server}; invite it with the scope applications.commands.`,
  notPublished: (why: string) => `Discord did not take the commands: ${why}`,
  unchanged: (where: string) => `Nothing changed: the same commands are registered ${where}.`,
  published: (where: string) => `The commands are registered ${where}.`,
  everywhere: 'everywhere',
  onServer: (server: string) => `on the server ${server}`,
  added: 'added',
  changed: 'changed',
  removed: 'removed',
} as const;

/** Why Discord closes a connection for good, and what to do. */
export const fatalCloses: Readonly<Record<number, string>> = {
  4004: `make a new token at ${PORTAL} under Bot → Reset Token, and set DISCORD_TOKEN.`,
  4010: 'it is not known to have this shard; restart the bot.',
  4011: 'it is on so many servers that it needs more connections; restart the bot.',
  4012: "its version of Discord's gateway is too old; update the bot.",
  4013: 'it asks for events that Discord does not know; update the bot.',
  4014: `it asks for events that it may not have; see ${PORTAL} under Bot → Privileged Gateway Intents.`,
};
