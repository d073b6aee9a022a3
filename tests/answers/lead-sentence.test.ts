import { describe, expect, it } from 'vitest';
import { leadSentence } from '../../src/answers/lead-sentence.ts';

/** Sentences as given, found one after the other in their text. */
function sentencesIn(text: string, ...sentences: readonly string[]) {
  let from = 0;
  return sentences.map((sentence) => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return { start, end: from };
  });
}

describe('the lead sentence', () => {
  const body = 'President Tokayev received General Asim Munir on Wednesday.';

  it.each([
    'ASTANA – ',
    'NUR-SULTAN. KAZINFORM – ',
    'LAHORE: ',
    'ISLAMABAD, Feb 4 (APP): ',
    'ISLAMABAD, (UrduPoint / Pakistan Point News – 9th Aug, 2025): ',
    'Baku, 9. Juli, AZERTAC – ',
    'Astana, 24. April 2025 – ',
    'АСТАНА. КАЗИНФОРМ – ',
    'Астана. 21 желтоқсан. Kazakhstan Today – ',
    'اسلام آباد (اے پی پی) ',
    'راولپنڈی: ',
  ])('goes without its dateline "%s"', (dateline) => {
    const text = `${dateline}${body} They spoke.`;
    const sentences = [{ start: 0, end: dateline.length + body.length }];

    expect(leadSentence(text, sentences)).toBe(body);
  });

  it.each([
    'Заместитель премьер-министра – министр иностранных дел прибыл в Исламабад.',
    'Kazakhstan wants to open direct flights: the talks are almost over now.',
    'Nach Jahren haben Kirgisistan und Tadschikistan – beide im Streit – sich geeinigt.',
  ])('keeps "%s" whole', (text) => {
    expect(leadSentence(text, [{ start: 0, end: text.length }])).toBe(text);
  });

  it('passes over a place or date that was taken for a sentence', () => {
    const text = `ISLAMABAD, 9. August 2025. ${body}`;

    expect(leadSentence(text, sentencesIn(text, 'ISLAMABAD, 9. August 2025.', body))).toBe(body);
  });

  it('is an exact slice even when the dateline ends inside the first sentence', () => {
    const text = `NUR-SULTAN. KAZINFORM – ${body}`;
    const sentences = sentencesIn(text, 'NUR-SULTAN.', `KAZINFORM – ${body}`);

    expect(leadSentence(text, sentences)).toBe(body);
  });

  it('is null when nothing was told', () => {
    expect(leadSentence('', [])).toBeNull();
    expect(leadSentence('Photo.', [{ start: 0, end: 6 }])).toBeNull();
  });
});
