/** Work for one channel is done in the order in which it was asked for; other channels do not wait for it. */
export interface ChannelQueue {
  run<Result>(channelId: string, work: () => Promise<Result>): Promise<Result>;
  /** How many channels have work. */
  readonly size: number;
}

export function createChannelQueue(): ChannelQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(channelId, work) {
      const before = tails.get(channelId) ?? Promise.resolve();
      const done = before.then(work);
      const tail = done
        .catch(() => {})
        .then(() => {
          if (tails.get(channelId) === tail) tails.delete(channelId);
        });
      tails.set(channelId, tail);
      return done;
    },
    get size() {
      return tails.size;
    },
  };
}
