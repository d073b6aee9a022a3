import { PermissionFlagsBits as Flag } from 'discord.js';

export interface Overwrite {
  /** Of a role or a member. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface MemberFacts {
  readonly userId: string;
  readonly roleIds: readonly string[];
  readonly guild: {
    readonly id: string;
    readonly ownerId: string;
    readonly permissionsByRole: ReadonlyMap<string, bigint>;
  };
  /** Of the channel. */
  readonly overwrites: readonly Overwrite[];
}

const ALL = ~0n;

/**
 * The permissions of a member in a channel, as Discord's documentation (Permissions, "Permission Hierarchy") works them
 * out: those of all roles together, then the channel's overwrites for everyone, for roles and for the member. The role
 * of everyone has the id of the server.
 */
export function memberPermissions({ userId, roleIds, guild, overwrites }: MemberFacts): bigint {
  if (userId === guild.ownerId) return ALL;
  const granted = [guild.id, ...roleIds].map((id) => guild.permissionsByRole.get(id) ?? 0n).reduce(union, 0n);
  if ((granted & Flag.Administrator) !== 0n) return ALL;
  const ofRoles = (id: string) => id !== guild.id && roleIds.includes(id);
  return [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => ofRoles(id)),
    overwrites.filter(({ id }) => id === userId),
  ].reduce(overwritten, granted);
}

function overwritten(permissions: bigint, layer: readonly Overwrite[]): bigint {
  const denied = layer.map(({ deny }) => deny).reduce(union, 0n);
  const allowed = layer.map(({ allow }) => allow).reduce(union, 0n);
  return (permissions & ~denied) | allowed;
}

function union(one: bigint, other: bigint): bigint {
  return one | other;
}
