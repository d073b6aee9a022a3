import { z } from 'zod';
import { TemporaryError } from '../../../../src/errors.ts';
import type { IncomingCommand, PersonFacts, Rights } from '../../../../src/ports/chat-adapter.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import { channelOf, isDirect, personId } from '../slack-address.ts';
import type { Called, CallSlack } from '../web-api/call-slack.ts';
import type { Sender } from './incoming.ts';

/** Who asks, and where. */
export interface Asking extends Sender {
  readonly userId: string;
  /** Null on the bot's own page, which counts as the person's direct messages. */
  readonly conversationId: string | null;
}

export interface People {
  /** Everything of a command but what was asked. */
  person(asking: Asking): Omit<IncomingCommand, 'input'>;
}

const FACTS_LIVE_MS = 5 * 60_000;
const MOST_FACTS = 1_000;
const RETRY_AFTER_MS = 10_000;
const UNKNOWN: PersonFacts = Object.freeze({ zone: null, locale: null });

const userSchema = z.object({
  user: z.object({
    tz: z.string().nullish(),
    locale: z.string().nullish(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    is_primary_owner: z.boolean().optional(),
  }),
});
const conversationSchema = z.object({ channel: z.object({ creator: z.string().optional() }) });

/** What Slack knows of the people who ask. Facts are remembered for minutes, rights never. */
export function createPeople(callSlack: CallSlack, clock: Pick<Clock, 'now'>): People {
  const remembered = new Map<string, { readonly facts: PersonFacts; readonly until: number }>();

  function userOf({ token, userId: user }: Asking) {
    const fields = { user, include_locale: true };
    return callSlack({ token, method: 'users.info', fields, schema: userSchema });
  }

  async function facts(asking: Asking): Promise<PersonFacts> {
    const key = personId(asking.workspaceId, asking.userId);
    const known = remembered.get(key);
    if (known !== undefined && known.until > clock.now()) return known.facts;
    const called = await userOf(asking);
    const found = called.kind === 'done' ? factsOf(called.value.user) : UNKNOWN;
    remembered.delete(key);
    remembered.set(key, { facts: found, until: clock.now() + FACTS_LIVE_MS });
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_FACTS && oldest !== undefined) remembered.delete(oldest);
    return found;
  }

  async function rights(asking: Asking): Promise<Rights> {
    const user = answered(await userOf(asking))?.user;
    const isAdmin = user?.is_admin === true || user?.is_owner === true || user?.is_primary_owner === true;
    const managesChannel = isAdmin || (await managesAlone(asking));
    return { managesChannel, managesWorkspace: isAdmin, isOperator: false };
  }

  /** One's own direct messages, or a channel that one created. */
  async function managesAlone({ token, userId, conversationId: channel }: Asking): Promise<boolean> {
    if (isDirect(channel)) return true;
    const fields = { channel };
    const called = await callSlack({
      token,
      method: 'conversations.info',
      fields,
      schema: conversationSchema,
    });
    return answered(called)?.channel.creator === userId;
  }

  return {
    person: (asking) => ({
      channel: channelOf(asking.workspaceId, asking.conversationId, asking.userId),
      workspaceId: asking.workspaceId,
      userId: personId(asking.workspaceId, asking.userId),
      rights: () => rights(asking),
      facts: () => facts(asking),
    }),
  };
}

function factsOf({ tz, locale }: z.infer<typeof userSchema>['user']): PersonFacts {
  return { zone: tz ?? null, locale: locale ?? null };
}

/** Null when Slack refuses to tell, which is no right; when it cannot tell now, nobody is told that they may not. */
function answered<Value>(called: Called<Value>): Value | null {
  if (called.kind === 'done') return called.value;
  if (called.kind === 'refused') return null;
  const retryAfterMs = called.kind === 'limited' ? called.retryAfterMs : RETRY_AFTER_MS;
  throw new TemporaryError('Slack does not say now what you may do here.', retryAfterMs);
}
