import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/identity.ts';
import { observe } from '../../src/ledger/observe.ts';
import { aReading } from '../fixtures/a-reading.ts';

const TITLE: Readonly<Record<string, string>> = {
  en: 'Kazakhstan and Pakistan',
  de: 'Kasachstan und Pakistan',
  ru: 'Казахстан и Пакистан',
  kk: 'Қазақстан мен Пәкістан',
  ur: 'قازقستان اور پاکستان',
};

const VISITS: readonly (readonly [Language, string])[] = [
  ['en', 'President Kassym-Jomart Tokayev arrived in Pakistan on a state visit on February 3.'],
  ['de', 'Kassym-Schomart Tokajew traf am 3. Februar zu einem Staatsbesuch in Pakistan ein.'],
  ['ru', 'Касым-Жомарт Токаев 3 февраля прибыл в Пакистан с государственным визитом.'],
  ['kk', 'Қасым-Жомарт Тоқаев 3 ақпанда Пәкістанға мемлекеттік сапармен келді.'],
  ['ur', 'قاسم جومارت توقایف نے 3 فروری کو پاکستان کا ریاستی دورہ کیا۔'],
];

const MEETINGS: readonly (readonly [Language, string])[] = [
  ['en', 'On February 4 Kassym-Jomart Tokayev met Shehbaz Sharif in Islamabad.'],
  ['de', 'Am 4. Februar traf Kassym-Schomart Tokajew Shehbaz Sharif in Islamabad.'],
  ['ru', '4 февраля Касым-Жомарт Токаев встретился с Шехбазом Шарифом в Исламабаде.'],
  ['kk', '4 ақпанда Қасым-Жомарт Тоқаев Исламабадта Шахбаз Шарифпен кездесті.'],
  ['ur', '4 فروری کو قاسم جومارت توقایف نے اسلام آباد میں شہباز شریف سے ملاقات کی۔'],
];

describe('visits', () => {
  it.each(VISITS)('%s: are told with visitor, host, kind and day', (language, text) => {
    const [visit] = observed(text, { language });

    expect(visit).toMatchObject({
      key: 'visit|tokayev|PK',
      ...{ fromDay: '2026-02-03', toDay: '2026-02-03', precision: 'day', status: 'held', visitKind: 'state' },
    });
  });

  it('are announced when they lie ahead, and keep both of their days', () => {
    const [visit] = observed('Kassym-Jomart Tokayev will visit Pakistan on February 3–4.', {
      on: '2026-02-01',
    });

    expect(visit).toMatchObject({ fromDay: '2026-02-03', toDay: '2026-02-04', status: 'announced' });
  });

  it.each([
    ['postponed', 'The visit of Kassym-Jomart Tokayev to Pakistan planned for November 2025 was postponed.'],
    ['cancelled', 'The visit of Kassym-Jomart Tokayev to Pakistan in November 2025 was cancelled.'],
  ])('that did not come about are %s', (status, text) => {
    const [visit] = observed(text, { on: '2025-12-02' });

    expect(visit).toMatchObject({ status, fromDay: '2025-11-01', precision: 'month' });
  });

  it.each([
    'On February 4 Kassym-Jomart Tokayev invited Shehbaz Sharif to visit Kazakhstan.',
    'Shehbaz Sharif accepted on February 4 an invitation to visit Kazakhstan from Kassym-Jomart Tokayev.',
  ])('are not told by an invitation: %s', (text) => {
    expect(kindsOf(observed(text))).not.toContain('visit');
  });

  it('are not told by a recent year alone, and by an older one only to the year', () => {
    const recent = observed('Kassym-Jomart Tokayev said so. Asim Munir visited Kazakhstan in 2025.');
    const older = observed('Kassym-Jomart Tokayev said so. Nawaz Sharif visited Kazakhstan in 2015.');

    expect(kindsOf(recent)).not.toContain('visit');
    expect(older).toMatchObject([{ key: 'visit|nawaz|KZ', fromDay: '2015-01-01', precision: 'year' }]);
  });

  it('without a date of their own take that of another sentence about the same visit', () => {
    const text =
      'Shehbaz Sharif spoke of trade. Kassym-Jomart Tokayev arrived in Pakistan on February 3. Much was said. ' +
      'Roads were a topic. Ports were another. The visit of Kassym-Jomart Tokayev to Pakistan ended well.';

    const visits = observed(text).filter((each) => each.about === 'event' && each.kind === 'visit');

    expect(visits.map(({ fromDay }) => fromDay)).toEqual(['2026-02-03', '2026-02-03']);
  });

  it('name the hosts whom the guest met', () => {
    const text =
      'Kassym-Jomart Tokayev arrived in Pakistan on February 3. He waited. Kassym-Jomart Tokayev met Shehbaz Sharif.';

    const [visit] = observed(text);

    expect(visit).toMatchObject({ personIds: ['tokayev', 'shehbaz'] });
  });
});

describe('meetings', () => {
  it.each(MEETINGS)('%s: are told with who met whom, where and when', (language, text) => {
    const meetings = observed(text, { language });

    expect(meetings).toMatchObject([
      { key: 'meeting|shehbaz|tokayev', fromDay: '2026-02-04', status: 'held', placeId: 'islamabad' },
    ]);
  });

  it('know a president by the office alone', () => {
    const meetings = observed('The President of Kazakhstan received Asim Munir in Astana on February 4.');

    expect(meetings.map(({ key }) => key)).toContain('meeting|munir|tokayev');
  });

  it('do not take a title beside a name for somebody else who holds it', () => {
    const named = observed(
      'On February 4 the visiting President, Murat Nurtleu, met Asim Munir in Pakistan.',
    );
    const unknown = observed('On February 4 Prime Minister of Pakistan Nawaz Sharif met Murat Nurtleu.');

    expect(named.map(({ key }) => key)).toEqual(['meeting|munir|nurtleu']);
    expect(unknown.map(({ key }) => key)).toEqual(['meeting|nawaz|nurtleu']);
  });

  it('do not count somebody who only sends greetings', () => {
    const text =
      'At the talks on February 4 Asim Munir told Kassym-Jomart Tokayev of greetings from Shehbaz Sharif.';

    expect(observed(text).map(({ key }) => key)).toEqual(['meeting|munir|tokayev']);
  });

  it('are not told of two people of one side', () => {
    expect(observed('Asim Munir met Shehbaz Sharif on February 4 about Kazakhstan.')).toEqual([]);
  });

  it('are not told of a plan without a day', () => {
    expect(observed('Kassym-Jomart Tokayev will meet Shehbaz Sharif.')).toEqual([]);
  });

  it('by telephone are calls and have no place', () => {
    const [call] = observed(
      'Kassym-Jomart Tokayev spoke with Shehbaz Sharif in a telephone conversation on February 4.',
    );

    expect(call).toMatchObject({ kind: 'call', key: 'call|shehbaz|tokayev', placeId: null });
  });

  it('of one pair in one article are one meeting, on the first day that is told', () => {
    const text =
      'Kassym-Jomart Tokayev met Shehbaz Sharif on February 3. Both sides took part. ' +
      'Kassym-Jomart Tokayev and Shehbaz Sharif discussed the forum held on February 1.';

    expect(observed(text).map(({ fromDay }) => fromDay)).toEqual(['2026-02-03', '2026-02-03']);
  });
});

describe('agreements', () => {
  it.each([
    ['ready-to-sign', 'Kazakhstan is ready to sign an agreement on peacekeeping with Pakistan.'],
    ['ready-to-sign', 'Kazakhstan and Pakistan will sign the agreement on peacekeeping.'],
    ['signed', 'Kazakhstan and Pakistan signed the agreement on peacekeeping.'],
    ['negotiated', 'Kazakhstan and Pakistan want to finalise the agreement on peacekeeping.'],
    ['proposed', 'Kazakhstan proposed an agreement on peacekeeping to Pakistan.'],
    ['ratified', 'The parliament of Kazakhstan ratified the agreement on peacekeeping with Pakistan.'],
    ['in-force', 'The agreement on peacekeeping of Kazakhstan and Pakistan entered into force.'],
    ['mentioned', 'Kazakhstan and Pakistan spoke of the agreement on peacekeeping.'],
  ])('are %s: %s', (status, text) => {
    expect(observed(text)).toMatchObject([{ agreementId: 'peacekeeping', status, fromDay: '2026-02-04' }]);
  });

  it.each<readonly [Language, string, string]>([
    ['ru', 'ready-to-sign', 'Казахстан готов подписать соглашение о миротворчестве с Пакистаном.'],
    ['ru', 'signed', 'Казахстан и Пакистан подписали соглашение о миротворчестве.'],
    [
      'de',
      'ready-to-sign',
      'Kasachstan und Pakistan wollen ein Abkommen über Friedenssicherung unterzeichnen.',
    ],
    ['de', 'signed', 'Kasachstan und Pakistan unterzeichneten ein Abkommen über Friedenssicherung.'],
  ])('%s: are %s: %s', (language, status, text) => {
    expect(observed(text, { language })).toMatchObject([{ status }]);
  });

  it('of one sentence each have the step named nearest to them', () => {
    const text =
      'Kazakhstan and Pakistan signed the Action Plan and want to finalise the agreement on peacekeeping.';

    expect(observed(text)).toMatchObject([
      { agreementId: 'action-plan', status: 'signed' },
      { agreementId: 'peacekeeping', status: 'negotiated' },
    ]);
  });

  it('take the day of the sentence, else that of the main happening, never one ahead', () => {
    const told = observed('Kazakhstan and Pakistan signed the Action Plan in September 2025.');
    const main = observed(
      'Kazakhstan and Pakistan met on February 3. Kazakhstan and Pakistan signed the Action Plan.',
    );
    const ahead = observed('Kazakhstan and Pakistan will sign the Action Plan on February 10.');

    expect(told).toMatchObject([{ fromDay: '2025-09-01', toDay: '2025-09-30', precision: 'month' }]);
    expect(main).toMatchObject([{ fromDay: '2026-02-03' }]);
    expect(ahead).toMatchObject([{ fromDay: '2026-02-04', status: 'ready-to-sign' }]);
  });
});

describe('what an article adds to the ledger', () => {
  it('points to the sentence that says it', () => {
    const text =
      'It rained. On February 4 Kassym-Jomart Tokayev met Shehbaz Sharif in Islamabad. It stopped.';
    const { article, read, index } = aReading(text, { title: 'Kazakhstan and Pakistan' });

    const [meeting] = observe(article, read, index);

    expect(text.slice(meeting?.start, meeting?.end)).toBe(
      'On February 4 Kassym-Jomart Tokayev met Shehbaz Sharif in Islamabad.',
    );
  });

  it('is nothing when the article is not about the relationship or its day is not known', () => {
    const text = 'Kassym-Jomart Tokayev met Shehbaz Sharif in Islamabad.';

    expect(observed('Kassym-Jomart Tokayev visited Almaty on February 3.', { title: 'Almaty' })).toEqual([]);
    expect(observed(text, { on: null })).toEqual([]);
    expect(observed(text)).not.toEqual([]);
  });
});

function observed(text: string, choices: Parameters<typeof aReading>[1] = {}) {
  const title = TITLE[choices.language ?? 'en'] ?? '';
  const { article, read, index } = aReading(text, { title, ...choices });
  return observe(article, read, index);
}

function kindsOf(observations: ReturnType<typeof observe>): string[] {
  return observations.map((each) => (each.about === 'event' ? each.kind : each.about));
}
