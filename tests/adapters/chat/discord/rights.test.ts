import { PermissionFlagsBits as Flag } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberPermissions } from '../../../../adapters/chat/discord/answering/member-permissions.ts';
import { TemporaryError } from '../../../../src/errors.ts';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { aMessage } from '../../../chat/a-command.ts';
import { type Discord, discords, until } from '../../../fixtures/discord/discords.ts';

const { started } = discords();

const NOBODY = { managesChannel: false, managesWorkspace: false, isOperator: false };
const CHANNEL = { ...NOBODY, managesChannel: true };
const WORKSPACE = { ...CHANNEL, managesWorkspace: true };

async function listening(): Promise<{ discord: Discord; heard: IncomingCommand[] }> {
  const heard: IncomingCommand[] = [];
  const discord = await started({
    async answer(command) {
      heard.push(command);
      return aMessage('done');
    },
  });
  return { discord, heard };
}

describe('what a person may do on Discord', () => {
  it.each([
    ['nothing', 0n, NOBODY],
    ['Send Messages', Flag.SendMessages, NOBODY],
    ['Manage Channels', Flag.ManageChannels, CHANNEL],
    ['Manage Server', Flag.ManageGuild, WORKSPACE],
    ['Administrator', Flag.Administrator, WORKSPACE],
  ])('follows from the permissions that come with a command: %s', async (_, permissions, expected) => {
    const { discord, heard } = await listening();

    discord.run({ command: 'latest' }, { permissions });
    await until(() => expect(heard).toHaveLength(1));

    expect(await heard[0]?.rights()).toEqual(expected);
  });

  it('is their own channel in direct messages', async () => {
    const { discord, heard } = await listening();

    discord.run({ command: 'latest' }, { in: discord.direct() });
    await until(() => expect(heard).toHaveLength(1));

    expect(heard[0]).toMatchObject({ channel: { id: `@${discord.reader.id}` }, workspaceId: null });
    expect(await heard[0]?.rights()).toEqual(CHANNEL);
  });

  it('comes with their language, but with no time zone', async () => {
    const { discord, heard } = await listening();

    discord.run({ command: 'latest' }, { by: discord.other });
    await until(() => expect(heard).toHaveLength(1));

    expect(await heard[0]?.facts()).toEqual({ zone: null, locale: 'ru' });
  });

  it('is asked of Discord only when somebody who said something needs it', async () => {
    const { discord, heard } = await listening();
    const role = { id: discord.world.newId(), permissions: Flag.ManageChannels };
    discord.guild.roles.push(role);
    discord.guild.rolesByUser.set(discord.reader.id, [role.id]);

    discord.say('<@bot> who?');
    await until(() => expect(discord.seen()).toContain('done'));
    const before = discord.server.requests.filter(({ path }) => path.startsWith('/guilds/'));
    const rights = await heard[0]?.rights();

    expect(before).toEqual([]);
    expect(rights).toEqual(CHANNEL);
  });

  it('is that of the channel in a thread of it', async () => {
    const { discord, heard } = await listening();
    const allow = String(Flag.ManageChannels);
    discord.news.overwrites = [{ id: discord.reader.id, type: 1, allow, deny: '0' }];
    const thread = discord.world.addChannel(discord.guild.id, { parentId: discord.news.id });

    discord.say('<@bot> who?', { in: thread });
    await until(() => expect(heard).toHaveLength(1));

    expect(await heard[0]?.rights()).toEqual(CHANNEL);
  });

  it('may be asked again later when Discord does not say', async () => {
    const { discord, heard } = await listening();
    discord.server.faults.add({ kind: 'status', status: 500 }, ({ path }) => path.startsWith('/guilds/'));

    discord.say('<@bot> who?');
    await until(() => expect(heard).toHaveLength(1));

    await expect(heard[0]?.rights()).rejects.toBeInstanceOf(TemporaryError);
    expect(await heard[0]?.rights()).toEqual(NOBODY);
  });
});

describe('permissions of a member', () => {
  const guild = {
    id: 'g',
    ownerId: 'owner',
    permissionsByRole: new Map([
      ['g', 1n],
      ['editor', 2n],
      ['chief', 4n],
    ]),
  };
  const facts = { userId: 'u', roleIds: ['editor'], guild, overwrites: [] };

  it('are those of everybody and of all roles together', () => {
    expect(memberPermissions({ ...facts, roleIds: ['editor', 'chief'] })).toBe(7n);
  });

  it('are all of them for owners and administrators, whatever a channel denies', () => {
    const overwrites = [{ id: 'u', allow: 0n, deny: Flag.ManageChannels }];
    const roles = new Map([['g', Flag.Administrator]]);

    const owner = memberPermissions({ ...facts, userId: 'owner', overwrites });
    const administrator = memberPermissions({
      ...facts,
      guild: { ...guild, permissionsByRole: roles },
      overwrites,
    });

    for (const permissions of [owner, administrator]) expect(permissions & Flag.ManageChannels).not.toBe(0n);
  });

  it('are overwritten for everybody, then for roles, then for the member', () => {
    const everybody = { id: 'g', allow: 0n, deny: 3n };
    const role = { id: 'editor', allow: 2n, deny: 0n };
    const member = { id: 'u', allow: 1n, deny: 2n };

    expect(memberPermissions({ ...facts, overwrites: [role, everybody] })).toBe(2n);
    expect(memberPermissions({ ...facts, overwrites: [member, role, everybody] })).toBe(1n);
  });

  it('do not depend on the order of a channel and its roles', () => {
    const overwrite = fc.record({
      id: fc.constantFrom('g', 'editor', 'chief', 'u', 'stranger'),
      ...{ allow: fc.bigInt(0n, 255n), deny: fc.bigInt(0n, 255n) },
    });
    const roleIds = ['editor', 'chief'];
    fc.assert(
      fc.property(fc.uniqueArray(overwrite, { selector: ({ id }) => id }), (overwrites) => {
        const one = memberPermissions({ ...facts, roleIds, overwrites });
        const other = memberPermissions({
          ...{ ...facts, roleIds: roleIds.toReversed(), overwrites: overwrites.toReversed() },
        });

        expect(one).toBe(other);
      }),
    );
  });
});
