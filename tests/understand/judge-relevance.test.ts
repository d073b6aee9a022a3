import { describe, expect, it } from 'vitest';
import { aReading } from '../fixtures/a-reading.ts';

const JOINT = 'Kazakhstan and Pakistan want more trade.';

describe('relevance', () => {
  it('is none when one side is missing, and says which', () => {
    const relevance = relevanceOf('Kassym-Jomart Tokayev opened an airport in Astana.');

    expect(relevance).toEqual({ kind: 'none', reasons: ['does not name PK'] });
  });

  it('is bilateral when people of both sides act in an article about the two', () => {
    const relevance = relevanceOf(
      'President Kassym-Jomart Tokayev received Asim Munir in Astana. They spoke of Pakistan and its army.',
      'Kazakhstan and Pakistan deepen ties',
    );

    expect(relevance.kind).toBe('bilateral');
    expect(relevance.reasons).toContain('the title names both sides');
  });

  it('is one-side when only one side has people in an article about the two', () => {
    const relevance = relevanceOf(`${JOINT} Kassym-Jomart Tokayev said that Pakistan is a partner.`, JOINT);

    expect(relevance.kind).toBe('one-side');
  });

  it('is one-side when nobody is named at all', () => {
    expect(relevanceOf(JOINT, JOINT).kind).toBe('one-side');
  });

  it('is passing when the two stand in a roll-call of countries', () => {
    const text =
      'Leaders of China, India, Iran, Kazakhstan, Pakistan and Uzbekistan met in Tianjin. ' +
      'China proposed a bank. India and Iran spoke of transit. The bank would sit in Shanghai.';

    const relevance = relevanceOf(text, 'Summit opens in China');

    expect(relevance.kind).toBe('passing');
    expect(relevance.reasons).toContain('0 of 4 sentences join the two sides');
  });

  it('is passing when they are joined only far down in an article about something else', () => {
    const text =
      'An earthquake shook the mountains of Afghanistan. Homes fell in Badakhshan, Afghanistan. ' +
      'India felt it, too. Nobody was hurt. It was felt in Kazakhstan and Pakistan.';

    expect(relevanceOf(text, 'Earthquake in Afghanistan').kind).toBe('passing');
  });

  it('stays when title and lead join the two though a few other countries follow', () => {
    const text = `${JOINT} Goods go by Uzbekistan. They also go by Iran. Some go by China.`;

    expect(relevanceOf(text, JOINT).kind).toBe('one-side');
  });

  it('is judged in other languages, too', () => {
    const relevance = aReading('Казахстан и Пакистан договорились. Шехбаз Шариф прилетел в Астану.', {
      language: 'ru',
      title: 'Казахстан ждет гостей из Пакистана',
    }).read.understanding.relevance;

    expect(relevance.kind).toBe('one-side');
  });
});

function relevanceOf(text: string, title = 'News of the day') {
  return aReading(text, { title }).read.understanding.relevance;
}
