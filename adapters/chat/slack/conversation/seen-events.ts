const MOST_REMEMBERED = 2_000;

/** True for the first time only. Slack sends an event again when it doubts that it arrived; the oldest are forgotten. */
export function createSeenEvents(most = MOST_REMEMBERED): (eventId: string) => boolean {
  const seen = new Set<string>();
  return (eventId) => {
    if (seen.has(eventId)) return false;
    seen.add(eventId);
    const [oldest] = seen;
    if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
