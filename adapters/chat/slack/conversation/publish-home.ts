import { z } from 'zod';
import type { Inbox } from '../../../../src/ports/chat-adapter.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import { sealedHome } from '../sealed-posts.ts';
import type { CallSlack } from '../web-api/call-slack.ts';
import { insist } from './insist.ts';
import type { Asking, People } from './person.ts';

export interface HomeParts {
  readonly inbox: Inbox;
  readonly callSlack: CallSlack;
  readonly people: People;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Puts on the bot's own page what this person finds there now. */
export async function publishHome(asking: Asking, parts: HomeParts): Promise<void> {
  const { inbox, callSlack, people, logger, signal } = parts;
  const blocks = await sealedHome(await inbox.home(people.person(asking)), inbox);
  const fields = { user_id: asking.userId, view: { type: 'home', blocks } };
  const call = { token: asking.token, method: 'views.publish', fields, schema: z.unknown() };
  const published = await insist(() => callSlack(call), signal);
  if (published.kind === 'refused') logger.warn('slack home not shown', { code: published.code });
}
