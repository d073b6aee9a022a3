import { beforeEach, describe, expect, it } from 'vitest';
import { agreements } from '../../commands/agreements.ts';
import { timeline } from '../../commands/timeline.ts';
import { visits } from '../../commands/visits.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anAgreement, anEvent } from '../fixtures/a-ledger-entry.ts';
import { aPerson, aRelationship, aSource } from '../fixtures/a-relationship.ts';
import { anEmptyStore, storeArticle } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const relationship = aRelationship({
  sources: [aSource()],
  people: [aPerson({ id: 'tokayev', name: 'Kassym-Jomart Tokayev' })],
});

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('timeline', () => {
  it('shows when, what, its status, participants in their offices, the place and the sources', async () => {
    const article = await storeArticle(store, {});
    const event = anEvent({ evidence: [{ articleId: article.id, start: 0, end: 29 }] });
    await store.ledger.replace({ events: [event], agreements: [] }, []);

    const message = await timeline.run({}, aContext({ store, relationship }));

    expect(messageText(message)).toBe(
      '# Timeline\n- 3–4 Feb 2026 · Visit of Tokayev to Pakistan · state visit, held · ' +
        'Kassym-Jomart Tokayev (President, KZ) · Islamabad · [The Astana Times, 2026-02-04] · ' +
        'evidence e-0000000000000001',
    );
  });

  it('includes the last day named by until and nothing after it', async () => {
    const day = { fromDay: '2026-02-03', toDay: '2026-02-03' };
    const next = { fromDay: '2026-02-04', toDay: '2026-02-04' };
    await store.ledger.replace(
      {
        events: [
          anEvent({ id: 'e-1', title: 'In time', ...day }),
          anEvent({ id: 'e-2', title: 'Too late', ...next }),
        ],
        agreements: [],
      },
      [],
    );
    const endOfDay = Date.parse('2026-02-03T19:00:00Z');

    const message = await timeline.run({ until: endOfDay }, aContext({ store, relationship }));

    expect(messageText(message)).toContain('# Timeline: until 3 Feb 2026');
    expect(messageText(message)).toContain('In time');
    expect(messageText(message)).not.toContain('Too late');
  });

  it('says whom and what it looked for when there is no event', async () => {
    const message = await timeline.run({ person: 'tokayev' }, aContext({ store, relationship }));

    expect(messageText(message)).toContain('The ledger holds no event with Kassym-Jomart Tokayev.');
  });
});

describe('visits', () => {
  it('counts every direction and kind and groups the visits by direction', async () => {
    const munir = { id: 'munir', name: 'Asim Munir', office: 'Chief of Army Staff', side: 'PK' };
    const events = [
      anEvent({ id: 'e-1' }),
      anEvent({ id: 'e-2', visitKind: null, fromDay: '2025-09-08', toDay: '2025-09-09' }),
      anEvent({
        id: 'e-3',
        title: 'Visit of Munir',
        hostSide: 'KZ',
        visitKind: 'official',
        participants: [munir],
      }),
      anEvent({ id: 'e-4', kind: 'meeting', title: 'A meeting' }),
    ];
    await store.ledger.replace({ events, agreements: [] }, []);

    const text = messageText(await visits.run({}, aContext({ store, relationship })));

    expect(text).toContain('Kazakhstan → Pakistan: 2 (state visit 1, kind not told 1)');
    expect(text).toContain('Pakistan → Kazakhstan: 1 (official visit 1)');
    expect(text.slice(text.indexOf('\nPakistan → Kazakhstan\n'))).toContain('Visit of Munir');
    expect(text).not.toContain('A meeting');
  });
});

describe('agreements', () => {
  it('shows where each stands, since when, with its sources, and how many steps led there', async () => {
    const article = await storeArticle(store, {});
    const evidence = [{ articleId: article.id, start: 0, end: 29 }];
    const agreement = anAgreement({
      steps: [
        { status: 'negotiated', onDay: '2025-09-01', precision: 'month', evidence },
        { status: 'signed', onDay: '2026-02-04', precision: 'day', evidence },
      ],
    });
    await store.ledger.replace({ events: [], agreements: [agreement] }, []);

    const message = await agreements.run({ status: 'signed' }, aContext({ store, relationship }));

    expect(messageText(message)).toBe(
      [
        '# Agreements: signed\n- Joint Declaration on Strategic Partnership · declaration, signed 4 Feb 2026',
        '[The Astana Times, 2026-02-04]',
        '2 steps since Sept 2025',
        'agreement g-0000000000000001',
      ].join(' · '),
    );
  });

  it('says which status nothing has', async () => {
    const message = await agreements.run({ status: 'lapsed' }, aContext({ store, relationship }));

    expect(messageText(message)).toContain('The ledger holds no agreement that is lapsed.');
  });
});
