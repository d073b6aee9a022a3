import type { ChatAdapter, SendOutcome } from '../../../src/ports/chat-adapter.ts';
import type { PlatformParts } from '../../../src/ports/chat-platform.ts';
import { createHealth } from './health.ts';
import { openSession, type Session } from './session.ts';
import { PLATFORM } from './slack-address.ts';
import type { SlackSetup } from './slack-setup.ts';

const CLOSED: SendOutcome = Object.freeze({
  kind: 'not-sent',
  reason: 'The connection to Slack is not open.',
  retryAfterMs: 60_000,
});

/** The bot on Slack, in one workspace or in many. Its slash command stands in the app's manifest. */
export function createSlackAdapter(setup: SlackSetup, parts: PlatformParts): ChatAdapter {
  const health = createHealth(parts.clock, setup.tenancy.kind === 'one');
  let session: Session | null = null;

  return {
    platform: PLATFORM,
    capabilities: { canEdit: true, hasTypedOptions: false },
    async start(inbox) {
      session = await openSession(setup, { ...parts, inbox, health });
    },
    async stop() {
      const ending = session;
      session = null;
      await ending?.close();
    },
    /** Slack reads them from the manifest, which a person pastes there. */
    async publishCommands() {},
    async send(channel, message, dispatch) {
      return session === null ? CLOSED : session.send(channel, message, dispatch);
    },
    health: health.read,
  };
}
