import { z } from 'zod';
import type { Message } from '../../../src/domain/message.ts';
import type { Channel } from '../../../src/domain/subscription.ts';
import { ConfigError } from '../../../src/errors.ts';
import type { Dispatch, Inbox, SendOutcome } from '../../../src/ports/chat-adapter.ts';
import type { PlatformParts } from '../../../src/ports/chat-platform.ts';
import { createApp } from './connection/create-app.ts';
import { openConnection } from './connection/open-connection.ts';
import { createDesk } from './conversation/desk.ts';
import { listen } from './conversation/listen.ts';
import { createPeople } from './conversation/person.ts';
import { createUnderWay } from './conversation/under-way.ts';
import type { Health } from './health.ts';
import { createSender } from './sending/create-sender.ts';
import type { SlackSetup } from './slack-setup.ts';
import { tokenProblems } from './token-problems.ts';
import { type CallSlack, createCallSlack } from './web-api/call-slack.ts';
import { createApiWatch } from './web-api/watch-api.ts';
import { authorizeBy } from './workspaces/authorize.ts';
import { keepIdentifying } from './workspaces/keep-identifying.ts';
import { openWorkspaces } from './workspaces/open-workspaces.ts';

/** From a start to a stop. */
export interface Session {
  send(channel: Channel, message: Message, dispatch: Dispatch): Promise<SendOutcome>;
  /** Takes nothing new, and finishes what is under way. */
  close(): Promise<void>;
}

export interface SessionParts extends PlatformParts {
  readonly inbox: Inbox;
  readonly health: Health;
}

const FINISHING_MS = 5_000;

/** Connects to Slack. What Slack refuses for good is a `ConfigError`; when it cannot be reached, that is tried on and on. */
export async function openSession(setup: SlackSetup, parts: SessionParts): Promise<Session> {
  const { inbox, health, clock, logger, leases, processId } = parts;
  const stopping = new AbortController();
  const givingUp = new AbortController();
  const underWay = createUnderWay();
  const callSlack = watchedCalls(setup, parts, stopping.signal);
  const { workspaces, installationStore, identify } = openWorkspaces(setup.tenancy, callSlack, parts);
  const app = createApp(authorizeBy(workspaces), setup.apiUrl, logger);
  const answering = { inbox, callSlack, clock, logger, signal: givingUp.signal };
  const desk = createDesk({ ...answering, people: createPeople(callSlack, clock) });
  listen(app, { desk, workspaces, underWay, logger, clock, leases, processId });
  const send = createSender({ ...answering, workspaces, signal: stopping.signal });

  health.note({
    isStarted: true,
    unknownWorkspace: setup.tenancy.kind === 'one' ? 'it has not answered' : null,
  });
  const onProblem = (unknownWorkspace: string | null) => health.note({ unknownWorkspace });
  const identifying = keepIdentifying({ identify, onProblem, signal: stopping.signal });
  const { port } = parts.web;
  const onWays = health.note;
  const opening = openConnection({ app, setup, port, installationStore, clock, logger, onWays });

  async function close(): Promise<void> {
    stopping.abort();
    const closing = opening.then(
      (connection) => connection.close(),
      () => undefined,
    );
    await Promise.all([closing, underWay.settled(FINISHING_MS)]);
    givingUp.abort();
    health.note({ isStarted: false });
  }

  try {
    const problems = [
      ...tokenProblems('appToken', (await opening).problem),
      ...tokenProblems('botToken', await identifying),
    ];
    if (problems.length > 0) throw new ConfigError(problems);
  } catch (error) {
    await close();
    throw error;
  }
  return { close, send: (...delivery) => underWay.run(() => send(...delivery)) };
}

/** Calls whose outcomes tell how the connection does. */
function watchedCalls(setup: SlackSetup, { health, logger }: SessionParts, signal: AbortSignal): CallSlack {
  const { apiUrl, tenancy } = setup;
  const probe =
    tenancy.kind === 'one'
      ? { token: tenancy.botToken, method: 'auth.test' }
      : { token: null, method: 'api.test' };
  const watch = createApiWatch(() => callSlack({ ...probe, schema: z.unknown() }), signal);
  const callSlack = createCallSlack({
    apiUrl,
    logger,
    onCalled(called) {
      health.noteCall(called);
      watch(called);
    },
  });
  return callSlack;
}
