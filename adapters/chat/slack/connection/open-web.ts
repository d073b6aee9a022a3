import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type App, HTTPReceiver, type InstallationStore } from '@slack/bolt';
import { ConfigError } from '../../../../src/errors.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import { BOT_SCOPES } from '../manifest.ts';
import type { SlackSetup, Tenancy } from '../slack-setup.ts';
import { clientOptions } from '../web-api/call-slack.ts';
import { sdkLogger } from '../web-api/sdk-logger.ts';
import type { Connection } from './connection.ts';

export interface WebOptions {
  readonly app: App;
  readonly setup: SlackSetup;
  readonly port: number;
  readonly logger: Logger;
  /** Where installations go; null where the bot serves one workspace. */
  readonly installationStore: InstallationStore | null;
}

/** Whoever holds a connection open longer is cut off. */
const CLOSING_MS = 2_000;
const REDIRECT_PATH = '/slack/oauth_redirect';

/**
 * Listens for Slack, which signs what it sends, and for people who install the bot. In Socket Mode only for the latter:
 * what nobody signs is not taken. The receiver reads the raw body itself, as the signature needs it.
 */
export async function openWeb({
  app,
  setup,
  port,
  logger,
  installationStore,
}: WebOptions): Promise<Connection> {
  const { entrance, tenancy, apiUrl } = setup;
  const isCalled = entrance.kind === 'http';
  const receiver = new HTTPReceiver({
    signingSecret: isCalled ? entrance.signingSecret : '',
    signatureVerification: isCalled,
    endpoints: isCalled ? ['/slack/events'] : [],
    logger: sdkLogger(logger),
    ...(tenancy.kind === 'many' && installationStore !== null
      ? { ...installing(tenancy, apiUrl, logger), installationStore }
      : {}),
  });
  receiver.init(app);
  const server = await receiver.start(port).catch((error: unknown) => {
    throw new ConfigError([{ variable: 'PORT', problem: problemOf(error, port) }]);
  });
  logger.info('slack web listens', { port: (server.address() as AddressInfo).port });
  return {
    problem: null,
    async close() {
      const closed = receiver.stop();
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
      await closed.finally(() => clearTimeout(impatient));
    },
  };
}

type ManyTenancy = Extract<Tenancy, { kind: 'many' }>;

/** Who begins to install comes back with the same state, in the address and in a cookie; it is signed and soon too old. */
function installing(
  { clientId, clientSecret, tokenKey, publicUrl }: ManyTenancy,
  apiUrl: string,
  logger: Logger,
) {
  return {
    clientId,
    clientSecret,
    stateSecret: createHmac('sha256', Buffer.from(tokenKey, 'hex')).update('slack oauth state').digest('hex'),
    scopes: [...BOT_SCOPES],
    redirectUri: `${publicUrl}${REDIRECT_PATH}`,
    installerOptions: {
      directInstall: true,
      redirectUriPath: REDIRECT_PATH,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      clientOptions: clientOptions(apiUrl, logger),
    },
  };
}

function problemOf(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return `${port} is used by another program; choose a free one`;
  return `${port} cannot be listened on (${error instanceof Error ? error.message : String(error)})`;
}
