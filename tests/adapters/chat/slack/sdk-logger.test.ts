import { describe, expect, it } from 'vitest';
import { sdkLogger } from '../../../../adapters/chat/slack/web-api/sdk-logger.ts';
import { createFakeLogger } from '../../../fakes/fake-logger.ts';

describe('what the SDK says', () => {
  it('is logged from warnings on, short and without secrets', () => {
    const logger = createFakeLogger();
    const said = sdkLogger(logger);

    said.debug();
    said.info();
    said.warn('token xoxb-1-2-abc and xapp-1-A1-abc, see https://hooks.slack.com/commands/T1/abc');
    said.error(new Error(`wss://link.example/?ticket=abc ${'more '.repeat(200)}`));

    const facts = JSON.stringify(logger.lines);
    expect(logger.lines).toHaveLength(2);
    expect(facts).not.toMatch(/abc/);
    expect(facts.length).toBeLessThan(700);
  });
});
