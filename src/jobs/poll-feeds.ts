import { type CheckPorts, checkFeed } from './check-feed.ts';

const SECOND_MS = 1_000;
/** Longer than a check takes; after it another process may try. */
const LEASE_MS = 10 * 60 * SECOND_MS;
const MOST_AT_ONCE = 8;
/** No check begins later in a beat; those that run may run on. */
const LONGEST_BEAT_MS = 45 * SECOND_MS;

/** The checks that run, over all beats of one process. */
export type RunningChecks = Set<Promise<void>>;

/**
 * Begins to check every feed that is due, a few at once, until `stopped` resolves. It waits for a place among the
 * `checks` that run, not for their end: a slow server holds up its own feed alone.
 */
export async function pollFeeds(
  ports: CheckPorts,
  checks: RunningChecks,
  stopped: Promise<void>,
): Promise<void> {
  const { store, clock } = ports;
  const endsAt = clock.now() + LONGEST_BEAT_MS;
  let isStopped = false;
  void stopped.then(() => {
    isStopped = true;
  });
  while (!isStopped && clock.now() < endsAt) {
    const places = MOST_AT_ONCE - checks.size;
    if (places === 0) {
      await Promise.race([...checks, stopped, clock.wait(endsAt - clock.now())]);
      continue;
    }
    const now = clock.now();
    const due = await store.feeds.claimDue(now, now + LEASE_MS, places);
    if (due.length === 0) return;
    for (const feed of due) begin(() => checkFeed(feed, ports), feed.id, checks, ports);
  }
}

/** A check that throws has met a bug or lost the database; its feed is due again when the lease ends. */
function begin(check: () => Promise<void>, id: string, checks: RunningChecks, { logger }: CheckPorts): void {
  const running: Promise<void> = check()
    .catch((error) => logger.error('feed check failed', error, { feed: id }))
    .finally(() => checks.delete(running));
  checks.add(running);
}
