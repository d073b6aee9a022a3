/** Work that is under way and reports its own failures. */
export interface UnderWay {
  add(work: Promise<unknown>): void;
  /** Resolves when all of it is done, or after that time. */
  settle(withinMs: number): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  return {
    add(work) {
      const settled: Promise<unknown> = work.then(
        () => works.delete(settled),
        () => works.delete(settled),
      );
      works.add(settled);
    },
    async settle(withinMs) {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, withinMs);
      await Promise.race([allOf(works), late.promise]);
      clearTimeout(timer);
    },
  };
}

async function allOf(works: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (works.size > 0) await Promise.all(works);
}
