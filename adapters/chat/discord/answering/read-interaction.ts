import { InteractionType, ApplicationCommandOptionType as OptionType } from 'discord.js';
import { z } from 'zod';
import type { CommandInput, Completion } from '../../../../src/ports/chat-adapter.ts';
import { type Asker, askerShape, readAsker } from './read-asker.ts';

/** Something that a person did and that Discord waits to hear of within three seconds. */
export interface Interaction {
  readonly id: string;
  /** Secret; good for fifteen minutes. */
  readonly token: string;
  readonly asker: Asker;
  readonly what: Asked;
}

export type Asked =
  | { readonly kind: 'command'; readonly input: CommandInput }
  | { readonly kind: 'completion'; readonly completion: Completion }
  /** `sealed` is what the button or choice carries; `isWhole`: the message that it is on is one post. */
  | { readonly kind: 'press'; readonly sealed: string; readonly isWhole: boolean };

const typed = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  focused: z.boolean().optional(),
});
const subcommand = z.object({
  type: z.literal(OptionType.Subcommand),
  name: z.string(),
  options: z.array(typed).default([]),
});
const commandShape = z.object({ options: z.tuple([subcommand]) });
const pressShape = z.object({ custom_id: z.string(), values: z.array(z.string()).optional() });
const interactionShape = askerShape.extend({
  id: z.string(),
  token: z.string(),
  type: z.number(),
  data: z.unknown(),
});

/** Null for what the bot does not know. */
export function readInteraction(payload: unknown): Interaction | null {
  const read = interactionShape.safeParse(payload);
  if (!read.success) return null;
  const { id, token, type, data, ...facts } = read.data;
  const asker = readAsker(facts);
  const what = readAsked(type, data);
  return asker === null || what === null ? null : { id, token, asker, what };
}

function readAsked(type: number, payload: unknown): Asked | null {
  switch (type) {
    case InteractionType.ApplicationCommand:
      return readCommand(payload);
    case InteractionType.ApplicationCommandAutocomplete:
      return readCompletion(payload);
    case InteractionType.MessageComponent:
      return readPress(payload);
    default:
      return null;
  }
}

function readCommand(payload: unknown): Asked | null {
  const read = commandShape.safeParse(payload);
  if (!read.success) return null;
  const [{ name, options }] = read.data.options;
  const values = Object.fromEntries(options.map((option) => [option.name, option.value]));
  return { kind: 'command', input: { kind: 'typed', command: name, options: values } };
}

function readCompletion(payload: unknown): Asked | null {
  const read = commandShape.safeParse(payload);
  if (!read.success) return null;
  const [{ name, options }] = read.data.options;
  const focused = options.find((option) => option.focused === true);
  if (focused === undefined) return null;
  const completion = { command: name, option: focused.name, typed: String(focused.value) };
  return { kind: 'completion', completion };
}

/** A button carries `s:` (the message is one post) or `p:` and what was sealed; in a menu the choice carries that. */
function readPress(payload: unknown): Asked | null {
  const read = pressShape.safeParse(payload);
  if (!read.success) return null;
  const { custom_id: id, values } = read.data;
  return { kind: 'press', isWhole: id.startsWith('s:'), sealed: values?.[0] ?? id.slice(2) };
}
