import { type Client, Events, IntentsBitField } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createClient, type GatewayClient } from '../../../../adapters/chat/discord/gateway/create-client.ts';
import { type Discord, discords, until } from '../../../fixtures/discord/discords.ts';

const { connected } = discords();
const open: GatewayClient[] = [];

afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});

async function loggedIn(discord: Discord): Promise<Client> {
  const gateway = createClient({ api: discord.server.apiUrl() });
  open.push(gateway);
  await gateway.client.login(discord.account.token);
  return gateway.client;
}

describe('the client of discord.js', () => {
  it('survives a listener that throws', async () => {
    const discord = await connected();
    const client = await loggedIn(discord);
    const heard: string[] = [];
    client.on(Events.InteractionCreate, async ({ id }) => {
      heard.push(id);
      throw new Error('a bug');
    });

    discord.run({ command: 'latest' });
    discord.run({ command: 'latest' });

    await until(() => expect(heard).toHaveLength(2));
  });

  it('keeps nothing of whoever writes, asks and presses', async () => {
    const discord = await connected();
    const client = await loggedIn(discord);
    const seen: unknown[] = [];
    client.on(Events.InteractionCreate, (interaction) => seen.push(interaction));

    for (let count = 0; count < 50; count += 1) {
      const by = discord.world.addUser(`Reader ${count}`);
      discord.run({ command: 'latest' }, { by });
      discord.run({ command: 'latest' }, { by, in: discord.world.directChannel(by.id) });
      discord.say('hello <@bot>', { by });
      discord.say('hello', { by, in: discord.world.directChannel(by.id) });
    }
    await until(() => expect(seen).toHaveLength(100));

    expect(client.users.cache.size).toBe(0);
    expect(client.channels.cache.size).toBe(0);
    expect(client.guilds.cache.map(({ members }) => members.cache.size)).toEqual([0]);
  });

  it('asks for no privileged intent', async () => {
    const { client } = createClient({});
    open.push({ client, close: () => client.destroy() });

    const { GuildMembers, GuildPresences, MessageContent } = IntentsBitField.Flags;
    for (const intent of [GuildMembers, GuildPresences, MessageContent]) {
      expect(client.options.intents.has(intent)).toBe(false);
    }
  });

  it('mentions nobody, and makes nothing twice, even where the library sends by itself', () => {
    const { client } = createClient({});
    open.push({ client, close: () => client.destroy() });

    expect(client.options).toMatchObject({ allowedMentions: { parse: [] }, enforceNonce: true });
  });
});
