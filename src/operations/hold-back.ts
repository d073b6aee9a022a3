import type { Metrics } from '../ports/metrics.ts';

/** Metrics of work that may yet be taken back: noted when they are released, or not at all. */
export function holdBack(metrics: Metrics): { readonly metrics: Metrics; release(): void } {
  const held: (() => void)[] = [];
  return {
    metrics: {
      count: (name, labels, by) => void held.push(() => metrics.count(name, labels, by)),
      time: (name, labels, tookMs) => void held.push(() => metrics.time(name, labels, tookMs)),
      level: (name, labels, value) => void held.push(() => metrics.level(name, labels, value)),
      page: () => metrics.page(),
    },
    release() {
      for (const note of held.splice(0)) note();
    },
  };
}
