import { App, type Authorize } from '@slack/bolt';
import type { Logger } from '../../../../src/ports/logger.ts';
import { clientOptions } from '../web-api/call-slack.ts';
import { sdkLogger } from '../web-api/sdk-logger.ts';

/**
 * The SDK's app: it sorts what comes in and finds the token for it. Several receivers feed it, so the one that it insists
 * on is empty. It keeps no store of conversations, which would grow, and whatever fails in it is logged and goes no further.
 */
export function createApp(authorize: Authorize<boolean>, apiUrl: string, logger: Logger): App {
  const app = new App({
    receiver: { init() {}, start: async () => undefined, stop: async () => undefined },
    authorize,
    convoStore: false,
    logger: sdkLogger(logger),
    clientOptions: clientOptions(apiUrl, logger),
  });
  app.error(async (error) => logger.error('slack event failed', error));
  return app;
}
