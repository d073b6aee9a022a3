import { describe, expect, it } from 'vitest';
import { aKnownPair } from '../fixtures/a-known-pair.ts';
import { aReading, mentionsIn } from '../fixtures/a-reading.ts';
import { aPerson } from '../fixtures/a-relationship.ts';

describe('mentions of people', () => {
  it.each([
    ['ru', 'Мурата Нуртлеу приняли, с Касым-Жомартом Токаевым говорили.', ['nurtleu', 'tokayev']],
    ['kk', 'Мұрат Нұртілеуді және Қасым-Жомарт Тоқаевтың өзін күтті.', ['nurtleu', 'tokayev']],
    ['de', 'Kassym-Schomart Tokajews Gast war Murat Nurtleu.', ['tokayev', 'nurtleu']],
    ['ur', 'شہباز شریف نے قاسم جومارت توقایف سے بات کی۔', ['shehbaz', 'tokayev']],
  ] as const)('%s: are found in the forms that the language gives their names', (language, text, people) => {
    const { read } = aReading(text, { language });

    expect(peopleOf(read)).toEqual(people);
  });

  it('say whether the form is the one of the profile', () => {
    const { read } = aReading('Касым-Жомарт Токаев. О Касым-Жомарте Токаеве.', { language: 'ru' });

    expect(read.understanding.mentions.map(({ match }) => match)).toEqual(['exact', 'inflected']);
  });

  it('find a wrong form that the profile lists, and mark it', () => {
    const { read } = aReading('The minister, Murat Attleeu, spoke.');

    expect(read.understanding.mentions).toMatchObject([{ entityId: 'nurtleu', match: 'mistake' }]);
  });

  it('take a bare family name for the person whose full name stood before it', () => {
    const reading = aReading('Sharif waited. Shehbaz Sharif spoke, then Sharif left.');

    expect(mentionsIn(reading)).toEqual(['person shehbaz: Shehbaz Sharif', 'person shehbaz: Sharif']);
    expect(reading.read.understanding.mentions[1]?.match).toBe('family-name');
  });

  it('give a shared family name to the namesake named last', () => {
    const reading = aReading('Shehbaz Sharif called. Nawaz Sharif listened, and Sharif agreed.');

    expect(mentionsIn(reading).at(-1)).toBe('person nawaz: Sharif');
  });

  it('know a family name from the title when only one person of that name is in it', () => {
    const one = aReading('Sharif spoke first.', { title: 'Shehbaz Sharif in Astana' });
    const two = aReading('Sharif spoke first.', { title: 'Shehbaz Sharif and Nawaz Sharif in Astana' });

    expect(mentionsIn(one)).toEqual(['person shehbaz: Sharif']);
    expect(mentionsIn(two)).toEqual([]);
  });

  it('do not find a family name inside the full name of another person', () => {
    const relationship = aKnownPair({
      people: [
        ...aKnownPair().people,
        aPerson({ id: 'envoy', name: 'Munir Akram', spellings: {}, familyName: { en: 'Akram' } }),
      ],
    });
    const reading = aReading('Asim Munir met Munir Akram.', { relationship });

    expect(mentionsIn(reading)).toEqual(['person munir: Asim Munir', 'person envoy: Munir Akram']);
  });
});

describe('mentions of offices', () => {
  it('go to the side whose person stands beside the title', () => {
    const kazakh = aReading('The President, Kassym-Jomart Tokayev, spoke in Pakistan.');
    const foreign = aReading('In Pakistan Foreign Minister Murat Nurtleu spoke.');

    expect(mentionsIn(kazakh)[0]).toBe('office kz-president: President');
    expect(mentionsIn(foreign)).toContain('office kz-foreign-minister: Foreign Minister');
  });

  it('go to the country right behind the title before the one that stood earlier', () => {
    const reading = aReading('In Astana the President of Pakistan spoke.');

    expect(mentionsIn(reading)).toContain('office pk-president: President');
  });

  it('go to the side named nearest before a title that stands alone', () => {
    const reading = aReading('Astana heard of it. Islamabad waited while the President spoke.');

    expect(mentionsIn(reading)).toContain('office pk-president: President');
  });

  it('are left out when nothing says whose title it is', () => {
    const reading = aReading('The President spoke.');

    expect(mentionsIn(reading)).toEqual([]);
  });

  it('find a title of one side alone wherever it stands, inflected too', () => {
    const reading = aReading('Это сказал помощник премьер-министра.', { language: 'ru' });

    expect(mentionsIn(reading)).toEqual(['office pk-prime-minister: премьер-министра']);
  });
});

describe('mentions of places, countries and instruments', () => {
  it('tell the capital from the common word by its capital letter', () => {
    const reading = aReading('Ел астанасында жиын өтті. Астанада кездесті.', { language: 'kk' });

    expect(mentionsIn(reading)).toEqual(['place astana: Астанада']);
  });

  it('find countries, their people and agreements by inflected names', () => {
    const text = 'Казахстанская сторона и Пакистану близкие люди о соглашении о миротворчестве.';
    const reading = aReading(text, { language: 'ru' });

    expect(mentionsIn(reading)).toEqual([
      'side KZ: Казахстанская',
      'side PK: Пакистану',
      'instrument peacekeeping: соглашении о миротворчестве',
    ]);
  });
});

function peopleOf(read: ReturnType<typeof aReading>['read']): string[] {
  return read.understanding.mentions.filter(({ kind }) => kind === 'person').map(({ entityId }) => entityId);
}
