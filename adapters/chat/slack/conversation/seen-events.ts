import type { PlatformParts } from '../../../../src/ports/chat-platform.ts';

const MOST_REMEMBERED = 2_000;
/** Slack sends an event again after a minute and after five; later it gives up. */
const KEPT_MS = 15 * 60_000;
/** A database that hangs shall not cost the person an answer. */
const LOOK_UP_MS = 2_000;

type SeenEventsPorts = Pick<PlatformParts, 'leases' | 'processId' | 'clock' | 'logger'>;

/**
 * True for the first time only, in whatever process. Slack sends an event again when it doubts that it arrived, and may
 * send it to another process then: whoever gets the event's lease answers.
 */
export function createSeenEvents(
  { leases, processId, clock, logger }: SeenEventsPorts,
  most = MOST_REMEMBERED,
): (eventId: string) => Promise<boolean> {
  const seen = new Set<string>();

  function remember(eventId: string): void {
    seen.add(eventId);
    const [oldest] = seen;
    if (seen.size > most && oldest !== undefined) seen.delete(oldest);
  }

  async function take(eventId: string): Promise<boolean> {
    const name = `slack event ${eventId}`;
    const now = clock.now();
    const isOurs = await leases.hold(name, processId, now, now + KEPT_MS);
    if (isOurs) {
      const released = clock.wait(KEPT_MS).then(() => leases.release(name, processId));
      released.catch((error: unknown) => logger.warn('slack event kept', { reason: String(error) }));
    }
    return isOurs;
  }

  return async (eventId) => {
    if (seen.has(eventId)) return false;
    remember(eventId);
    const isOurs = take(eventId).catch((error: unknown) => {
      logger.warn('slack event not looked up', { reason: String(error) });
      return true;
    });
    return Promise.race([isOurs, clock.wait(LOOK_UP_MS).then(() => true)]);
  };
}
