import type { ConsoleOptions } from '../../adapters/chat/console/console-adapter.ts';
import type { chat } from '../../adapters/index.ts';
import { aConsole } from '../fixtures/a-console.ts';
import { aDiscord } from '../fixtures/discord/a-discord.ts';
import { aSlack } from '../fixtures/slack/a-slack.ts';
import { type ChatUnderTest, chatContract } from './chat.ts';

type Stand = Readonly<Record<string, () => Promise<ChatUnderTest>>>;

const consoleDangers = ['\u001B[2J', '\u001B]0;', '\u009B', '\u202E', '\u2067open'];

/** Every adapter of the registry has to stand here; the compiler sees to it. */
const stands: Readonly<Record<'console' | keyof typeof chat.platforms, Stand>> = {
  console: {
    'console (terminal)': () => consoleStand({ hasColour: true }, consoleDangers),
    'console (pipe)': () => consoleStand({ isTerminal: false }, [...consoleDangers, '\u001B']),
  },
  slack: {
    'Slack (sockets)': () => aSlack({ mode: 'socket' }),
    'Slack (HTTP)': () => aSlack({ mode: 'http' }),
    'Slack (many workspaces)': () => aSlack({ mode: 'socket', tenancy: 'many' }),
  },
  discord: { Discord: () => aDiscord() },
};

for (const stand of Object.values(stands)) {
  for (const [name, connect] of Object.entries(stand)) chatContract(name, connect);
}

async function consoleStand(
  options: Partial<ConsoleOptions>,
  dangers: readonly string[],
): Promise<ChatUnderTest> {
  const { adapter, channel, type, shown } = aConsole(options);
  return {
    adapter,
    channel,
    missingChannel: { ...channel, id: 'nowhere' },
    typeLatest: async (topic) => type(`latest ${topic}`),
    shown,
    dangers,
    dispose: async () => {},
  };
}
