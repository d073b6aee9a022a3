import { describe, expect, it } from 'vitest';
import { createPromMetrics } from '../../../adapters/metrics/prom-metrics.ts';

describe('measures for Prometheus', () => {
  it('count, time and show levels under their names and labels, times in seconds', async () => {
    const metrics = createPromMetrics();

    metrics.count('articles', { outcome: 'new' });
    metrics.count('articles', { outcome: 'new' }, 4);
    metrics.time('commandTime', { command: 'latest', outcome: 'answered' }, 300);
    metrics.level('platforms', { platform: 'console' }, 1);

    const { text, contentType } = await metrics.page();
    expect(contentType).toContain('text/plain');
    expect(text).toContain('dragoman_articles_total{outcome="new"} 5');
    expect(text).toContain('dragoman_command_seconds_sum{command="latest",outcome="answered"} 0.3');
    expect(text).toMatch(/dragoman_command_seconds_bucket\{[^}]*le="0.25"[^}]*\} 0\n/);
    expect(text).toMatch(/dragoman_command_seconds_bucket\{[^}]*le="0.5"[^}]*\} 1\n/);
    expect(text).toContain('dragoman_platform_up{platform="console"} 1');
  });

  it('tell how the process is doing: the delay of its event loop and its memory', async () => {
    const { text } = await createPromMetrics().page();

    expect(text).toMatch(/^dragoman_nodejs_eventloop_lag_p99_seconds [\d.]+/m);
    expect(text).toMatch(/^dragoman_process_resident_memory_bytes \d+/m);
  });

  it('of one bot do not show in those of another', async () => {
    const [one, other] = [createPromMetrics(), createPromMetrics()];

    one.count('databaseErrors', {});

    expect((await one.page()).text).toContain('dragoman_database_errors_total 1');
    expect((await other.page()).text).toContain('dragoman_database_errors_total 0');
  });
});
