import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agreement } from '../../commands/agreement.ts';
import { evidence } from '../../commands/evidence.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { aStory } from '../fixtures/a-story.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';
import { aFingerprint, anUnderstanding } from '../fixtures/an-understanding.ts';
import { messageText } from '../fixtures/message-text.ts';

const relationship = aRelationship({ sources: [aSource()] });
const TEXT = 'The president arrived in Islamabad on Tuesday. The declaration was signed the next day.';

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

const sources = async (id: string) =>
  messageText(await evidence.run({ id }, aContext({ store, relationship })));
const steps = async (id: string) =>
  messageText(await agreement.run({ id }, aContext({ store, relationship })));

async function aSignedAgreement() {
  const { id: articleId } = await storeArticle(store, { text: TEXT });
  const signed = anAgreement({
    id: 'strategic-partnership' as never,
    name: 'Joint Declaration on Strategic Partnership',
    status: 'signed',
    steps: [
      {
        status: 'signed',
        onDay: '2026-02-04',
        precision: 'day',
        evidence: [{ articleId, start: TEXT.indexOf('The declaration'), end: TEXT.length }],
      },
    ],
  });
  await store.ledger.replace({ events: [], agreements: [signed] }, []);
  return articleId;
}

describe('evidence', () => {
  it('of an event is the sentences that tell it, word for word', async () => {
    const { id: articleId } = await storeArticle(store, { text: TEXT });
    const event = anEvent({ evidence: [{ articleId, start: 0, end: TEXT.indexOf(' The declaration') }] });
    await store.ledger.replace({ events: [event], agreements: [] }, []);

    expect(await sources(event.id)).toBe(
      `# Sources: ${event.title}\n- «The president arrived in Islamabad on Tuesday.» ` +
        `[The Astana Times, 2026-02-04] · why ${articleId.slice(0, 10)}`,
    );
  });

  it('of an agreement stands by its steps', async () => {
    await aSignedAgreement();

    expect(await sources('strategic-partnership')).toContain(
      '- signed, 4 Feb 2026: «The declaration was signed the next day.» [The Astana Times, 2026-02-04]',
    );
  });

  it('of a story is the first sentence of each of its articles', async () => {
    const { id: articleId } = await storeArticle(store, { text: TEXT });
    const story = aStory({ id: 's-0000000000000001', title: 'Arrival', articleIds: [articleId] });
    await store.stories.replace([story], []);
    const sentences = [{ start: 0, end: TEXT.indexOf(' The declaration') }];
    await store.understandings.save(anUnderstanding({ articleId, sentences }), aFingerprint({ articleId }));

    expect(await sources('s-00000000')).toContain('«The president arrived in Islamabad on Tuesday.»');
  });

  it('of nothing says so and what to try', async () => {
    expect(await sources('e-nothing')).toMatch(/Nothing has the id "e-nothing"[\s\S]*- latest/);
  });
});

describe('agreement', () => {
  it.each(['strategic-partnership', 'Joint Declaration', 'strategic'])('is found as "%s"', async (id) => {
    await aSignedAgreement();

    expect((await steps(id)).split('\n').slice(0, 3)).toEqual([
      '# Joint Declaration on Strategic Partnership',
      'declaration, signed',
      '- signed 4 Feb 2026 [The Astana Times, 2026-02-04]',
    ]);
  });

  it('that nobody knows is said to be unknown', async () => {
    expect(await steps('visa waiver')).toContain('The ledger holds no agreement "visa waiver".');
  });
});
