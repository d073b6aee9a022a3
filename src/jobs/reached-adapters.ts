import type { ChatAdapter } from '../ports/chat-adapter.ts';

/**
 * The platforms that have been reached since the bot began. Until then an attempt would only be used up: a bot that is
 * started again and again would give up what waits.
 */
export function reachedAdapters(adapters: readonly ChatAdapter[]): () => readonly ChatAdapter[] {
  const reached = new Set<ChatAdapter>();
  return () => {
    for (const adapter of adapters) if (adapter.health().state !== 'down') reached.add(adapter);
    return adapters.filter((adapter) => reached.has(adapter));
  };
}
