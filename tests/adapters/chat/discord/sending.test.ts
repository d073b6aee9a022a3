import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { markerOf } from '../../../../adapters/chat/discord/sending/post-key.ts';
import type { Message } from '../../../../src/domain/message.ts';
import type { Dispatch } from '../../../../src/ports/chat-adapter.ts';
import { aMessage } from '../../../chat/a-command.ts';
import { type Discord, discords } from '../../../fixtures/discord/discords.ts';
import { type ApiRequest, type Fault, posting } from '../../../fixtures/discord/faults.ts';

const { started } = discords();

const MINUTE_MS = 60_000;

function aDispatch(overrides: Partial<Dispatch> = {}): Dispatch {
  return { key: 'd1', triedSince: null, posts: [], replyTo: null, onPosted: async () => {}, ...overrides };
}

function aLongMessage(parts = 12): Message {
  const paragraphs = Array.from(
    { length: parts },
    (_, place) => `Part ${place}. ${'Word and word. '.repeat(60)}`,
  );
  return { blocks: paragraphs.map((text) => ({ kind: 'paragraph', text: [{ kind: 'text', text }] })) };
}

function send(
  { adapter, channelOf, news }: Discord,
  message: Message,
  dispatch: Dispatch,
  channelId = news.id,
) {
  return adapter.send(channelOf(channelId), message, dispatch);
}

function isReading({ method, path }: ApiRequest): boolean {
  return method === 'GET' && path.endsWith('/messages');
}

describe('sending to a channel of Discord', () => {
  it.each([
    { kind: 'done-then-cut' },
    { kind: 'done-then-status', status: 500 },
    { kind: 'cut' },
    { kind: 'status', status: 502 },
    { kind: 'hang' },
  ] as const)('posts once although the answer was lost: $kind', async (fault) => {
    const discord = await started({}, { adapter: { patience: { requestTimeoutMs: 150 } } });
    discord.server.faults.add(fault, posting());

    const outcome = await send(discord, aMessage('the digest'), aDispatch());

    expect(outcome).toEqual({ kind: 'sent' });
    expect(discord.seen()).toEqual(['the digest']);
  });

  it('answers an earlier post where it belongs to one', async () => {
    const discord = await started();
    const posts: string[] = [];
    await send(
      discord,
      aMessage('the digest'),
      aDispatch({ onPosted: async (post) => void posts.push(post) }),
    );
    const [replyTo = ''] = posts;

    const outcome = await send(discord, aMessage('a correction'), aDispatch({ key: 'd2', replyTo }));

    const last = discord.server.board.all().at(-1);
    expect(outcome).toEqual({ kind: 'sent' });
    expect(last?.repliesTo).toBe(replyTo);
  });

  it.each(['deleted-0123', '1'])(
    'is posted on its own where the earlier post is gone: %s',
    async (replyTo) => {
      const discord = await started();

      const outcome = await send(discord, aMessage('a correction'), aDispatch({ key: 'd2', replyTo }));

      expect(outcome).toEqual({ kind: 'sent' });
      expect(discord.seen()).toEqual(['a correction']);
    },
  );

  it('posts once when every answer of one attempt was lost and another attempt follows', async () => {
    const discord = await started();
    discord.server.faults.add({ kind: 'done-then-cut' }, posting(), 9);

    const first = await send(discord, aMessage('the digest'), aDispatch());
    discord.server.faults.clear();
    const second = await send(
      discord,
      aMessage('the digest'),
      aDispatch({ triedSince: discord.world.now() - 1_000 }),
    );

    expect(first).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
    expect(second).toEqual({ kind: 'sent' });
    expect(discord.seen()).toEqual(['the digest']);
  });

  it('finds a post by its mark when Discord has forgotten its nonce', async () => {
    const discord = await started();
    discord.server.faults.add({ kind: 'done-then-cut' }, posting(), 9);
    await send(discord, aMessage('the digest'), aDispatch());
    discord.server.faults.clear();
    const found: string[] = [];
    const triedSince = discord.world.now() - 2 * MINUTE_MS;
    discord.world.letPass(10 * MINUTE_MS);

    const onPosted = async (post: string) => void found.push(post);
    const outcome = await send(discord, aMessage('the digest'), aDispatch({ triedSince, onPosted }));

    expect(outcome).toEqual({ kind: 'sent' });
    expect(discord.seen()).toEqual(['the digest']);
    expect(found).toEqual([discord.server.board.all()[0]?.id]);
  });

  it('finds it below everything that was said since', async () => {
    const discord = await started();
    discord.server.faults.add({ kind: 'done-then-cut' }, posting(), 9);
    for (let count = 0; count < 130; count += 1) discord.say(`before ${count}`);
    await send(discord, aMessage('the digest'), aDispatch());
    discord.server.faults.clear();
    for (let count = 0; count < 130; count += 1) discord.say(`after ${count}`);
    const triedSince = discord.world.now() - 2 * MINUTE_MS;
    discord.world.letPass(10 * MINUTE_MS);

    await send(discord, aMessage('the digest'), aDispatch({ triedSince }));

    expect(discord.seen().filter((text) => text === 'the digest')).toHaveLength(1);
  });

  it('does not take the post of another delivery, or of another bot, for its own', async () => {
    const discord = await started();
    const direct = discord.direct();
    const channel = `@${discord.reader.id}`;
    await send(discord, aMessage('the digest'), aDispatch({ key: 'd0' }), channel);
    const id = markerOf({ key: 'd1', part: 0 });
    const components = [{ type: 10, content: 'the digest', id }];
    discord.server.tell({ channelId: direct.id, author: discord.other, components });

    const dispatch = aDispatch({ triedSince: discord.world.now() - 3 * MINUTE_MS });
    await send(discord, aMessage('the digest'), dispatch, channel);

    expect(discord.seen({ in: direct })).toEqual(['the digest', 'the digest', 'the digest']);
  });

  it('rather posts twice than never where it may not read what was said', async () => {
    const discord = await started();
    discord.news.canReadHistory = false;
    await send(discord, aMessage('the digest'), aDispatch());
    discord.world.letPass(10 * MINUTE_MS);

    const outcome = await send(
      discord,
      aMessage('the digest'),
      aDispatch({ triedSince: discord.world.now() - 12 * MINUTE_MS }),
    );

    expect(outcome).toEqual({ kind: 'sent' });
    expect(discord.seen()).toEqual(['the digest', 'the digest']);
  });

  it('posts nothing while it cannot be found out whether it was posted', async () => {
    const discord = await started();
    discord.server.faults.add({ kind: 'status', status: 503 }, isReading);

    const outcome = await send(
      discord,
      aMessage('the digest'),
      aDispatch({ triedSince: discord.world.now() - 9 * MINUTE_MS }),
    );

    expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
    expect(discord.seen()).toEqual([]);
  });

  it('is content when a post was deleted before its attempt is known', async () => {
    const discord = await started();
    const unknown = { kind: 'error', status: 404, code: 10_008, message: 'Unknown Message' } as const;
    discord.server.faults.add(unknown, posting());

    expect(await send(discord, aMessage('the digest'), aDispatch())).toEqual({ kind: 'sent' });
  });

  it('lets a note of failure not swallow the digest that has the same key', async () => {
    const discord = await started();

    await send(discord, aMessage('It failed.'), aDispatch());
    await send(discord, aMessage('the digest'), aDispatch());

    expect(discord.seen()).toEqual(['It failed.', 'the digest']);
  });

  it('goes on after the posts that are made, telling of each before the next', async () => {
    const discord = await started();
    const told: [string, number][] = [];
    const onPosted = async (post: string) => void told.push([post, discord.seen().length]);
    await send(discord, aLongMessage(), aDispatch());
    const all = discord.seen();
    const made = discord.server.board.all().map(({ id }) => id);
    for (const id of made.slice(1)) discord.server.board.remove(id);

    await send(discord, aLongMessage(), aDispatch({ posts: made.slice(0, 1), onPosted }));

    expect(all.length).toBeGreaterThan(1);
    expect(discord.seen()).toEqual(all);
    expect(told.map(([, shown]) => shown)).toEqual(all.slice(1).map((_, place) => place + 2));
  });

  it('waits for the limit of a channel between the posts of one message', async () => {
    const discord = await started({}, { limits: { 'post-message': { limit: 2, windowMs: 200 } } });

    const outcome = await send(discord, aLongMessage(20), aDispatch());

    expect(outcome).toEqual({ kind: 'sent' });
    expect(discord.seen().length).toBeGreaterThan(2);
    expect(discord.server.requests.filter(posting())).toHaveLength(discord.seen().length);
  });

  it('holds up no other channel for the limit of one', async () => {
    const discord = await started();
    const other = discord.world.addChannel(discord.guild.id);
    discord.server.faults.add({ kind: 'limited', retryAfterMs: 30_000 }, posting(discord.news.id), 9);

    const [limited, sent] = await Promise.all([
      send(discord, aMessage('one'), aDispatch({ key: 'd1' })),
      send(discord, aMessage('two'), aDispatch({ key: 'd2' }), other.id),
    ]);

    expect(limited).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.closeTo(30_000, -3) });
    expect(sent).toEqual({ kind: 'sent' });
  });

  it('does not ask again before the time that Discord named', async () => {
    const discord = await started();
    discord.server.faults.add({ kind: 'limited', retryAfterMs: 30_000 }, posting());
    await send(discord, aMessage('one'), aDispatch());

    const again = await send(discord, aMessage('one'), aDispatch());

    expect(again).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
    expect(discord.server.requests.filter(posting())).toHaveLength(1);
  });

  it('holds up no other channel while one does not answer', async () => {
    const discord = await started({}, { adapter: { patience: { requestTimeoutMs: 300 } } });
    const other = discord.world.addChannel(discord.guild.id);
    discord.server.faults.add({ kind: 'hang' }, posting(discord.news.id), 2);
    const order: string[] = [];

    await Promise.all([
      send(discord, aMessage('one'), aDispatch({ key: 'd1' })).then(() => order.push('one')),
      send(discord, aMessage('two'), aDispatch({ key: 'd2' }), other.id).then(() => order.push('two')),
    ]);

    expect(order).toEqual(['two', 'one']);
  });

  it('brings one copy to every channel, in order, whatever goes wrong on the way', async () => {
    const discord = await started();
    const channels = Array.from({ length: 30 }, () => discord.world.addChannel(discord.guild.id));
    const faults: readonly Fault[] = [
      ...[{ kind: 'limited', retryAfterMs: 40 } as const, { kind: 'status', status: 502 } as const],
      ...[{ kind: 'done-then-cut' } as const, { kind: 'done-then-status', status: 500 } as const],
    ];
    for (const [place, { id }] of channels.entries()) {
      const fault = faults[place % (2 * faults.length)];
      if (fault !== undefined) discord.server.faults.add(fault, posting(id), 1 + (place % 3));
    }

    const sentTo = async (id: string) => {
      for (const text of ['first', 'second']) await sendUntilSent(discord, text, id);
    };
    await Promise.all(channels.map(({ id }) => sentTo(id)));

    for (const channel of channels) expect(discord.seen({ in: channel })).toEqual(['first', 'second']);
  });

  it('opens the direct messages of a person', async () => {
    const discord = await started();

    const outcome = await send(discord, aMessage('your digest'), aDispatch(), `@${discord.reader.id}`);

    expect(outcome).toEqual({ kind: 'sent' });
    expect(discord.seen({ in: discord.direct() })).toEqual(['your digest']);
  });

  it.each([
    ['a channel that it does not see', 'not-a-member', { canView: false }],
    ['a channel where it may not write', 'not-allowed', { canSend: false }],
    ['a thread that is archived', 'channel-archived', { isArchived: true }],
  ] as const)('says why it cannot go on: %s', async (_, reason, facts) => {
    const discord = await started();
    Object.assign(discord.news, facts);

    expect(await send(discord, aMessage('the digest'), aDispatch())).toEqual({ kind: 'closed', reason });
  });

  it.each([
    ['a channel', ''],
    ['a person', '@'],
  ])('says why it cannot go on: %s that is gone', async (_, sign) => {
    const discord = await started();

    const outcome = await send(discord, aMessage('the digest'), aDispatch(), sign + discord.world.newId());

    expect(outcome).toEqual({ kind: 'closed', reason: 'channel-gone' });
  });

  it('says why it cannot go on: a token that is no longer good, and again with the next message', async () => {
    const discord = await started();
    discord.server.token = 'an.other.one';

    const first = await send(discord, aMessage('the digest'), aDispatch());
    const second = await send(discord, aMessage('the digest'), aDispatch());

    const uninstalled = { kind: 'closed', reason: 'uninstalled' };
    expect([first, second]).toEqual([uninstalled, uninstalled]);
  });

  it('says why it cannot go on: a person who takes no direct messages', async () => {
    const discord = await started();
    discord.reader.isClosed = true;

    const outcome = await send(discord, aMessage('your digest'), aDispatch(), `@${discord.reader.id}`);

    expect(outcome).toEqual({ kind: 'closed', reason: 'not-allowed' });
  });

  it('gives up a message that Discord does not take', async () => {
    const discord = await started();
    const invalid = { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' } as const;
    discord.server.faults.add(invalid, posting());

    const outcome = await send(discord, aMessage('the digest'), aDispatch());

    expect(outcome).toEqual({ kind: 'not-sent', reason: 'Invalid Form Body', retryAfterMs: null });
  });

  it('tries again later when nobody is there to answer', async () => {
    const discord = await started();
    await discord.server.goDown();

    const outcome = await send(discord, aMessage('the digest'), aDispatch());
    await discord.server.comeBack();

    expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.any(Number) });
  });

  it('makes no more requests, long before Discord bans it for being refused', async () => {
    const limits = { 'post-message': { limit: 99, windowMs: 5_000 } };
    const discord = await started({}, { limits, adapter: { patience: { mostRefused: 5 } } });
    discord.news.canSend = false;
    for (let count = 0; count < 5; count += 1) await send(discord, aMessage('one'), aDispatch());
    const before = discord.server.requests.length;

    const outcome = await send(discord, aMessage('one'), aDispatch());

    expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: expect.closeTo(10 * MINUTE_MS, -5) });
    expect(discord.server.requests).toHaveLength(before);
    expect(discord.adapter.health()).toMatchObject({ state: 'degraded', detail: expect.any(String) });
  });

  it('takes for another platform what is not its own', async () => {
    const { adapter, news } = await started();

    const outcome = await adapter.send({ platform: 'console', id: news.id }, aMessage('one'), aDispatch());

    expect(outcome).toEqual({ kind: 'closed', reason: 'channel-gone' });
  });
});

/** As the jobs do: with the same key, until it is sent. */
async function sendUntilSent(discord: Discord, text: string, channelId: string): Promise<void> {
  let triedSince: number | null = null;
  for (;;) {
    const outcome = await send(
      discord,
      aMessage(text),
      aDispatch({ key: `${text} ${channelId}`, triedSince }),
      channelId,
    );
    if (outcome.kind === 'sent') return;
    triedSince ??= discord.world.now();
    await pause(20);
  }
}
