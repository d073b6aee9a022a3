import type { OptionSpec } from './command.ts';

/** One of the subscriptions of the channel. */
export const SUBSCRIPTION_ID = {
  name: 'id',
  description: 'The id that subscriptions shows, or its beginning',
  kind: 'text',
  isRequired: true,
  isPositional: true,
} as const satisfies OptionSpec;

/** For what cannot be taken back. */
export const CONFIRM = {
  name: 'confirm',
  description: 'Do it without asking again',
  kind: 'choice',
  isRequired: false,
  isPositional: false,
  choices: ['yes'],
} as const satisfies OptionSpec;
