import { z } from 'zod';
import type { ApplicationCommand } from './application-commands.ts';

/** What a registration would change, by the names of root commands. */
export interface CommandChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What Discord fills in where nothing was said is the same as nothing. */
const optionShape = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).default([]),
  min_value: z.number().nullable().default(null),
});
const commandShape = z.object({
  type: z.number().default(1),
  name: z.string(),
  description: z.string().default(''),
  options: z.array(optionShape.extend({ options: z.array(optionShape).default([]) })).default([]),
  default_member_permissions: z.string().nullable().default(null),
  contexts: z
    .array(z.number())
    .nullish()
    .transform((contexts) => contexts?.toSorted() ?? null),
  integration_types: z
    .array(z.number())
    .default([0])
    .transform((types) => types.toSorted()),
});

/** `registered` is Discord's own list. */
export function compareCommands(wanted: readonly ApplicationCommand[], registered: unknown): CommandChanges {
  const now = byName(registered);
  const then = byName(wanted);
  return {
    added: [...then.keys()].filter((name) => !now.has(name)),
    changed: [...then.keys()].filter((name) => now.has(name) && now.get(name) !== then.get(name)),
    removed: [...now.keys()].filter((name) => !then.has(name)),
  };
}

export function isUnchanged({ added, changed, removed }: CommandChanges): boolean {
  return [added, changed, removed].every((names) => names.length === 0);
}

/** Commands of other types share no names with ours, but a registration would remove them. */
function byName(commands: unknown): ReadonlyMap<string, string> {
  const read = z.array(commandShape).parse(commands);
  return new Map(read.map((command) => [nameOf(command), JSON.stringify(command)]));
}

function nameOf({ type, name }: { readonly type: number; readonly name: string }): string {
  return type === 1 ? `/${name}` : name;
}
