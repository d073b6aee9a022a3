import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/stories/fingerprint.ts';
import { shinglesOf } from '../../src/stories/shingles.ts';
import { aReading } from '../fixtures/a-reading.ts';

const ENGLISH =
  'Asim Munir met Murat Nurtleu in Astana on February 3. They spoke of 40 trucks. Kassym-Jomart Tokayev came later. The rest of the day was free. Pakistan sent 90 more.';
const RUSSIAN =
  'Asim Munir встретился в Астане с Муратом Нуртлеу 3 февраля. Речь шла о 40 грузовиках. Пришел Касым-Жомарт Токаев. Остаток дня был свободен. Пакистан отправил еще 90.';

describe('a fingerprint', () => {
  it('names people, days, numbers and happenings alike in every language', () => {
    const english = featuresOf(ENGLISH);
    const russian = featuresOf(RUSSIAN, 'ru');

    const shared = Object.keys(english).filter((name) => name in russian);

    expect(shared).toEqual(
      expect.arrayContaining(['p:munir', 'p:nurtleu', 'p:tokayev', 'd:2026-02-03', 'n:40', 'k:meeting']),
    );
  });

  it('weighs a minister more than a head of state, and the lead more than the rest', () => {
    const features = featuresOf(ENGLISH);

    expect(features['p:nurtleu']).toBeGreaterThan(features['p:tokayev'] ?? 0);
    expect(features['n:40']).toBeGreaterThan(features['n:90'] ?? 0);
  });

  it('leaves years, small numbers and the numbers of dates out', () => {
    const features = featuresOf('In 2025 they sent 9 trucks, on February 23, and 250 more.');

    expect(Object.keys(features).filter((name) => name.startsWith('n:'))).toEqual(['n:250']);
  });

  it('keeps names that the profile does not know, whatever script they are in', () => {
    const english = featuresOf('In Astana they met Bolat Imankulov.');
    const russian = featuresOf('В Астане побывал Болат Иманкулов.', 'ru');

    const unknown = (features: object) => Object.keys(features).filter((name) => name.startsWith('x:'));

    expect(unknown(english)).toHaveLength(2);
    expect(unknown(russian)).toEqual(unknown(english));
  });

  it('has days only when the article is about the relationship and its day is known', () => {
    const about = fingerprintIn('Kazakhstan and Pakistan want more trade.', 'Kazakhstan and Pakistan');
    const other = fingerprintIn('A new airport opened in Astana.', 'Airport');
    const undated = fingerprintIn('Kazakhstan and Pakistan want trade.', 'Kazakhstan and Pakistan', null);

    expect([about.fromDay, about.toDay]).toEqual(['2026-02-04', '2026-02-04']);
    expect([other.fromDay, undated.fromDay]).toEqual([null, null]);
    expect(Object.keys(undated.features).filter((name) => name.startsWith('@'))).toEqual([]);
  });
});

describe('the marks of a fingerprint', () => {
  it.each([
    ['Asim Munir will visit Astana on February 10.', ['@day:2026-02-10', '@stage:ahead']],
    ['Asim Munir visited Astana on February 3.', ['@day:2026-02-03', '@stage:past']],
    ['Asim Munir met guests on February 3 and will be back on March 1.', ['@day:2026-02-03', '@stage:past']],
    ['Asim Munir said he will do his best.', ['@stage:past']],
    ['The 13th session was held in Astana.', ['@number:13', '@stage:past']],
    ['They met.', ['@stage:past']],
  ])('of "%s" are %j', (text, marks) => {
    const features = featuresOf(text);

    expect(Object.keys(features).filter((name) => name.startsWith('@'))).toEqual(marks);
  });

  it.each([
    ['ru', 'Прошло 13-е заседание комиссии.'],
    ['kk', 'Комиссияның 13-отырысы өтті.'],
    ['de', 'Die 13. Sitzung der Kommission fand statt.'],
    ['en', 'The 13th meeting of the commission took place.'],
  ] as const)('%s: know the number of a session', (language, text) => {
    expect(featuresOf(text, language)).toHaveProperty('@number:13');
  });
});

describe('anchors', () => {
  it('are pairs of names, numbers and days that follow one another', () => {
    const features = featuresOf('On February 3 Asim Munir met Murat Nurtleu about 40 trucks. Nurtleu left.');

    expect(Object.keys(features).filter((name) => name.startsWith('a:'))).toEqual([
      'a:2026-02-03>munir',
      'a:40>nurtleu',
      'a:munir>nurtleu',
      'a:nurtleu>40',
    ]);
  });
});

describe('shingles', () => {
  it('are the same for the same run of words and differ for another', () => {
    const text = ['one', 'two', 'three', 'four', 'five'];

    const shingles = shinglesOf(text);

    expect(shingles).toHaveLength(2);
    expect(shinglesOf(['zero', ...text])).toEqual(expect.arrayContaining(shingles));
    expect(shinglesOf(text.toReversed()).filter((hash) => shingles.includes(hash))).toEqual([]);
  });

  it('are the 96 smallest of a long text, sorted, and none of a short one', () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`);

    const shingles = shinglesOf(words);

    expect(shingles).toHaveLength(96);
    expect(shingles).toEqual(shingles.toSorted((a, b) => a - b));
    expect(shinglesOf(['one', 'two', 'three'])).toEqual([]);
  });
});

function fingerprintIn(text: string, title: string, on: string | null = '2026-02-04') {
  const { article, read, index } = aReading(text, { title, on });
  return fingerprintOf(article, read, index);
}

function featuresOf(text: string, language: 'en' | 'ru' | 'kk' | 'de' = 'en') {
  const { article, read, index } = aReading(text, { language });
  return fingerprintOf(article, read, index).features;
}
