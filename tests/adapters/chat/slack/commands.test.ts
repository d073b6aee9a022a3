import { describe, expect, it } from 'vitest';
import type { IncomingCommand } from '../../../../src/ports/chat-adapter.ts';
import { createFakeClock } from '../../../fakes/fake-clock.ts';
import { aLongMessage, aMessage } from '../../../fixtures/slack/a-message.ts';
import type { SlackInTest } from '../../../fixtures/slack/a-slack.ts';
import { aStartedSlack, textsSeen, until } from '../../../fixtures/slack/a-started-slack.ts';
import { hearing } from '../../../fixtures/slack/hearing.ts';

const DIRECT = { channel: 'DU1' };

describe('a slash command', () => {
  it('is acknowledged before it is answered, however slow the answer', async () => {
    const answer = Promise.withResolvers<void>();
    const slack = await aStartedSlack({}, { answer: () => answer.promise.then(() => aMessage('at last')) });

    const acknowledgement = await slack.typeLine('latest');
    const before = textsSeen(slack);
    answer.resolve();
    await until(() => slack.seen().length > 0);

    expect(acknowledgement).toMatchObject({ isAcknowledged: true, isLate: false });
    expect(before).toEqual([]);
    expect(textsSeen(slack)).toEqual(['at last']);
  });

  it('arrives as it was typed, from whom and where', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({}, { answer: hearing(heard) });

    await slack.typeLine('search "a < b & c" <script>', { channel: 'C2', user: 'U3' });

    expect(heard).toMatchObject([
      {
        channel: { platform: 'slack', id: 'T1/C2' },
        workspaceId: 'T1',
        userId: 'T1/U3',
        input: { kind: 'line', line: 'search "a < b & c" <script>' },
      },
    ]);
  });

  it.each([
    ['private', true],
    ['channel', false],
  ] as const)('is answered to whom it is meant for: %s', async (visibility, isEphemeral) => {
    const slack = await aStartedSlack({}, { visibilityOf: () => visibility });

    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(slack.seen()).toMatchObject([{ text: 'the answer', isEphemeral }]);
    expect(textsSeen(slack, { user: 'U2' })).toEqual(isEphemeral ? [] : ['the answer']);
  });

  it('belongs to the person in direct messages, whoever the other one is', async () => {
    const heard: IncomingCommand[] = [];
    const slack = await aStartedSlack({}, { answer: hearing(heard) });

    await slack.typeLine('subscriptions', DIRECT);
    await until(() => slack.seen(DIRECT).length > 0);
    const rights = await heard[0]?.rights();

    expect(heard[0]?.channel).toEqual({ platform: 'slack', id: '@T1/U1' });
    expect(rights).toEqual({ managesChannel: true, managesWorkspace: false, isOperator: false });
  });

  it('shows a note while it takes long, and the answer in its place', async () => {
    const answer = Promise.withResolvers<void>();
    const slack = await aStartedSlack(
      {},
      {
        async answer(_, onSlow) {
          onSlow?.(aMessage('still looking'));
          await answer.promise;
          return aMessage('found');
        },
      },
    );

    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);
    const noted = textsSeen(slack);
    answer.resolve();
    await until(() => textsSeen(slack).includes('found'));

    expect(noted).toEqual(['still looking']);
    expect(textsSeen(slack)).toEqual(['found']);
  });

  it('replaces the note by the first post of a long answer only', async () => {
    const slack = await aStartedSlack(
      {},
      {
        async answer(_, onSlow) {
          onSlow?.(aMessage('still looking'));
          return aLongMessage(15);
        },
      },
    );

    await slack.typeLine('brief');
    await until(() => textsSeen(slack).join('\n').includes('Paragraph 15'));

    expect(textsSeen(slack)[0]).toMatch(/^Paragraph 1\./);
    expect(slack.seen().length).toBeGreaterThan(2);
  });

  it('shows its answer below the note where Slack keeps that', async () => {
    const slack = await aStartedSlack(
      { isNoteKept: true },
      {
        async answer(_, onSlow) {
          onSlow?.(aMessage('still looking'));
          return aMessage('found');
        },
      },
    );

    await slack.typeLine('latest');
    await until(() => slack.seen().length > 1);

    expect(textsSeen(slack)).toEqual(['still looking', 'found']);
  });

  it('is answered whole, also beyond the five posts that its address takes', async () => {
    const slack = await aStartedSlack({}, { answer: async () => aLongMessage(60) });
    const uses = countUses(slack);

    await slack.typeLine('brief');
    await until(() => textsSeen(slack).join('\n').includes('Paragraph 60'));

    expect(uses.length).toBe(5);
    const text = textsSeen(slack).join('\n');
    const places = Array.from({ length: 60 }, (_, place) => text.indexOf(`Paragraph ${place + 1}.`));
    expect(slack.seen().length).toBeGreaterThan(6);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(slack.seen().every(({ isEphemeral }) => isEphemeral)).toBe(true);
    expect(slack.server.calls.some(({ method }) => method === 'chat.postEphemeral')).toBe(true);
  });

  it('gets the rest of its answer in direct messages where the bot may not post', async () => {
    const slack = await aStartedSlack({}, { answer: async () => aLongMessage(60) });
    const place = slack.workspace().conversations.get('C1');
    if (place !== undefined) place.hasBot = false;

    await slack.typeLine('brief');
    await until(() => textsSeen(slack, DIRECT).join('\n').includes('Paragraph 60'));

    const text = [...textsSeen(slack), ...textsSeen(slack, DIRECT)].join('\n');
    const missing = Array.from({ length: 60 }, (_, place) => `Paragraph ${place + 1}.`).filter(
      (each) => !text.includes(each),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['a status of 500', { kind: 'status', status: 500 }],
    ['a cut connection', { kind: 'cut' }],
    ['a rate limit', { kind: 'limit', retryAfterSeconds: 0 }],
  ] as const)('is answered after all when its address first fails with %s', async (_, fault) => {
    const slack = await aStartedSlack();
    slack.server.faults.next('response_url', fault);
    slack.server.faults.next('response_url', fault);

    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(textsSeen(slack)).toEqual(['the answer']);
    expect(slack.server.calls.map(({ method }) => method)).not.toContain('chat.postEphemeral');
  });

  it('is answered beside its address once that is half an hour old', async () => {
    const clock = createFakeClock();
    const slack = await aStartedSlack(
      { clock },
      {
        async answer() {
          await clock.advanceBy(31 * 60_000);
          return aMessage('very late');
        },
      },
    );

    const uses = countUses(slack);

    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);

    expect(uses).toEqual([]);
    expect(slack.seen()).toMatchObject([{ text: 'very late', isEphemeral: true }]);
    expect(slack.server.calls.at(-1)?.method).toBe('chat.postEphemeral');
  });

  it('says that something went wrong when the answer breaks, and the bot goes on', async () => {
    const answers = [() => Promise.reject(new Error('a bug')), async () => aMessage('fine again')];
    const slack = await aStartedSlack({}, { answer: () => (answers.shift() ?? Promise.reject)() });

    await slack.typeLine('latest');
    await until(() => slack.seen().length > 0);
    await slack.typeLine('latest');
    await until(() => slack.seen().length > 1);

    expect(textsSeen(slack)).toEqual([
      expect.stringMatching(/Something went wrong .*id [0-9a-f]{8}/),
      'fine again',
    ]);
    expect(slack.logger.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { event: 'slack answer failed' },
    ]);
  });

  it('brings pictures with their description: to the person alone when the answer is private', async () => {
    const picture = { name: 'trade.png', mediaType: 'image/png', base64: 'iVBORw0KGgo=' } as const;
    const alt = `Trade grew. ${'More words. '.repeat(150)}`;
    const slack = await aStartedSlack(
      {},
      {
        answer: async () => ({ blocks: [{ kind: 'image', alt, file: picture }] }),
      },
    );

    await slack.typeLine('figures');
    await until(() => slack.seen(DIRECT).length > 0);

    const [shown] = slack.seen(DIRECT);
    expect(shown?.pictures).toMatchObject([
      { name: 'trade.png', alt: expect.stringMatching(/^Trade grew\./) },
    ]);
    expect(shown?.pictures[0]?.alt.length).toBeLessThanOrEqual(1_000);
    expect(slack.seen().flatMap(({ pictures }) => pictures)).toEqual([]);
  });

  it.each(['socket', 'http'] as const)(
    'does no harm when it comes in an unknown shape (%s)',
    async (mode) => {
      const slack = await aStartedSlack({ mode });

      await slack.event({ type: 'app_mention', user: 'U1', text: 'no channel, no time' });
      await slack.typeLine('latest');
      await until(() => slack.seen().length > 0);

      expect(textsSeen(slack)).toEqual(['the answer']);
      expect(slack.logger.lines.filter(({ level }) => level === 'error')).toMatchObject([
        { event: 'slack event failed' },
      ]);
    },
  );

  it('is answered before the bot stops', async () => {
    const answer = Promise.withResolvers<void>();
    const slack = await aStartedSlack({}, { answer: () => answer.promise.then(() => aMessage('finished')) });
    slack.server.faults.next('response_url', { kind: 'status', status: 503 });

    await slack.typeLine('latest');
    const stopped = slack.adapter.stop();
    answer.resolve();
    await stopped;

    expect(textsSeen(slack)).toEqual(['finished']);
  });
});

/** Every use of an address that came with a command, as it is made. */
function countUses(slack: SlackInTest): readonly string[] {
  const uses: string[] = [];
  slack.server.faults.rule(({ method }) => {
    if (method === 'response_url') uses.push(method);
    return null;
  });
  return uses;
}
