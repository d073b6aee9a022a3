import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { MEASURES, type MeasureName, type Metrics } from '../../src/ports/metrics.ts';

/** From the tenth of a second in which people are content to the hours for which a stage may stand still. */
const BUCKETS_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800, 7_200, 28_800];

/**
 * Measures for Prometheus in a registry of their own, so that several bots in one process do not mix. What the process
 * itself does is among them: the delay of its event loop, memory, processor time.
 */
export function createPromMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'dragoman_' });
  const counters = madeFor('count', (measure) => new Counter({ ...measure, registers: [registry] }));
  const levels = madeFor('level', (measure) => new Gauge({ ...measure, registers: [registry] }));
  const times = madeFor(
    'time',
    (measure) => new Histogram({ ...measure, buckets: BUCKETS_SECONDS, registers: [registry] }),
  );
  return {
    count: (name, labels, by = 1) => counters.get(name)?.inc(labels, by),
    time: (name, labels, tookMs) => times.get(name)?.observe(labels, Math.max(tookMs, 0) / 1_000),
    level: (name, labels, value) => levels.get(name)?.set(labels, value),
    page: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

interface PromMeasure {
  readonly name: string;
  readonly help: string;
  readonly labelNames: string[];
}

function madeFor<Kind extends 'count' | 'time' | 'level', Made>(
  kind: Kind,
  make: (measure: PromMeasure) => Made,
): ReadonlyMap<MeasureName<Kind>, Made> {
  const ofKind = Object.entries(MEASURES).filter(([, measure]) => measure.kind === kind);
  return new Map(
    ofKind.map(([key, { name, meaning, labels }]) => [
      key as MeasureName<Kind>,
      make({ name, help: meaning, labelNames: [...labels] }),
    ]),
  );
}
