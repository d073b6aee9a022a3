import { beforeEach, describe, expect, it } from 'vitest';
import { retry } from '../../commands/retry.ts';
import { status } from '../../commands/status.ts';
import { why } from '../../commands/why.ts';
import type { Delivery } from '../../src/domain/subscription.ts';
import { UserError } from '../../src/errors.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { NO_RIGHTS } from '../fixtures/a-line.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

/** 08:00 in Almaty on 9 February; the command is given a day later. */
const DUE = Date.parse('2026-02-09T03:00:00Z');
const subscription = aSubscription({ id: '1a2b3c4d', createdAt: DUE - 1 });
const elsewhere = { channel: { platform: 'console', id: 'elsewhere' } };

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

async function givenUp(): Promise<Delivery> {
  await store.subscriptions.add(subscription, null);
  const edition = await store.editions.claim(dueEdition(subscription.id, DUE), DUE, 0);
  if (edition === null) throw new Error('The first claim of a due time succeeds.');
  const delivery = await store.editions.compose(edition, aComposed(aMessage(), []), subscription.channel);
  await store.deliveries.claimNext(DUE, DUE + 1, ['console']);
  await store.deliveries.markFailed(delivery.id, 'The message is too long.', null);
  return delivery;
}

describe('a delivery that was given up', () => {
  it('is shown by status, with a button that sends it once more', async () => {
    const { id } = await givenUp();

    const shown = messageText(await status.run({}, aContext({ store })));
    const answer = messageText(await retry.run({ delivery: id }, aContext({ store })));

    expect(shown).toContain('The message is too long.');
    expect(shown).toContain(`retry ${id}`);
    expect(answer).toContain('sent once more');
    expect(await store.deliveries.get(id)).toMatchObject({ status: 'recorded', attempts: 0 });
  });

  it('is no business of another channel, except for operators', async () => {
    const { id } = await givenUp();
    const stranger = aContext({ store, ...elsewhere });
    const operator = aContext({
      store,
      ...elsewhere,
      rights: async () => ({ ...NO_RIGHTS, isOperator: true }),
    });

    const seen = messageText(await status.run({}, stranger));
    const refused = retry.run({ delivery: id }, stranger);

    expect(seen).not.toContain('too long');
    await expect(refused).rejects.toThrow(UserError);
    expect(messageText(await status.run({}, operator))).toContain('too long');
    expect(messageText(await retry.run({ delivery: id }, operator))).toContain('sent once more');
  });

  it.each(['d-unknown', 'sent'])('must exist and have been given up: %s', async (which) => {
    const { id } = await givenUp();
    if (which === 'sent') await store.deliveries.markSent(id, DUE);

    const retrying = retry.run({ delivery: which === 'sent' ? id : which }, aContext({ store }));

    await expect(retrying).rejects.toThrow(UserError);
  });
});

it('why tells of a subscription what became of its last due times', async () => {
  await givenUp();

  const lines = messageText(await why.run({ article: '1a2b' }, aContext({ store }))).split('\n');

  expect(lines).toEqual([
    '# What became of the digest every day at 08:00 (Asia/Almaty)',
    '- 10 Feb 2026, 08:00 · digest · not composed yet; it comes soon, or the next edition tells it',
    '- 9 Feb 2026, 08:00 · digest · given up: The message is too long.',
  ]);
});
