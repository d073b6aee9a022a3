import type { App, InstallationStore } from '@slack/bolt';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import type { SlackSetup } from '../slack-setup.ts';
import type { Connection, Ways } from './connection.ts';
import { openSockets } from './open-sockets.ts';
import { openWeb } from './open-web.ts';

export interface ConnectionOptions {
  readonly app: App;
  readonly setup: SlackSetup;
  readonly port: number;
  readonly installationStore: InstallationStore | null;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  readonly onWays: (ways: Ways) => void;
}

/** Sockets, or an address that Slack calls; in both cases an address where people install it, where they are to. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { setup, onWays } = options;
  const { entrance, tenancy, apiUrl } = setup;
  const hasWeb = entrance.kind === 'http' || tenancy.kind === 'many';
  const web = hasWeb ? await openWeb(options) : null;
  if (entrance.kind === 'http') onWays({ openWays: 1, wantedWays: 1 });
  const sockets =
    entrance.kind === 'socket'
      ? await openSockets({ ...options, appToken: entrance.appToken, apiUrl })
      : null;
  return {
    problem: sockets?.problem ?? null,
    async close() {
      await Promise.all([web?.close(), sockets?.close()]);
    },
  };
}
