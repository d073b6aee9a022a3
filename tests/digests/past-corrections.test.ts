import { expect, it } from 'vitest';
import { composeEdition } from '../../src/digests/compose-edition.ts';
import type { Edition } from '../../src/domain/subscription.ts';
import { EVERYTHING } from '../../src/domain/subscription.ts';
import { aRelationship } from '../fixtures/a-relationship.ts';
import { aComposed, aMessage, aSubscription, dueEdition } from '../fixtures/a-subscription.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-02-10T03:00:00Z');

it('a correction that was posted since is listed by the next edition of its subscription, and of no other', async () => {
  const store = await anEmptyStore();
  const [own, other] = [aSubscription(), aSubscription({ id: 'sub-2' })];
  for (const each of [own, other]) await store.subscriptions.add(each, 0);
  const claimed = async (due: ReturnType<typeof dueEdition>) =>
    (await store.editions.claim(due, due.dueAt, 0)) as Edition;
  const first = await claimed(dueEdition(own.id, NOW - DAY_MS));
  await store.editions.compose(first, aComposed(aMessage(), []), own.channel);
  const due = { ...dueEdition(own.id, NOW - DAY_MS / 2), kind: 'correction', corrects: first.id } as const;
  const correction = await claimed(due);
  const message = aMessage('The visit was on 4 February.');
  await store.editions.compose(correction, aComposed(message, []), own.channel);

  const plans = [own, other].map(({ id }) => {
    const request = {
      period: { fromAt: NOW - DAY_MS, toAt: NOW, zone: 'UTC' },
      lookFromAt: NOW - 7 * DAY_MS,
      ...({ language: 'en', length: 'standard', interest: EVERYTHING, mutes: [] } as const),
      ...{ toldTo: [id], due: { at: NOW, isLate: false, folded: [] } },
    };
    return composeEdition(request, { store, relationship: aRelationship() });
  });

  const [ofOwn, ofOther] = await Promise.all(plans);
  expect(ofOwn?.corrections.rows).toEqual([{ editionId: correction.id, message }]);
  expect(ofOther?.corrections.total).toBe(0);
  await store.close();
});
