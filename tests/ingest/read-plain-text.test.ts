import { describe, expect, it } from 'vitest';
import { draftIn, readingsOf } from './a-document.ts';

const BODY =
  'The minister received the commander on Wednesday and spoke with him about joint training for their officers.';

describe('a plain text', () => {
  it('with a date before the dateline was published on that day', async () => {
    const draft = await draftIn('0.txt', ` date 2025-04-24 ASTANA – ${BODY}\n\nA second paragraph.`);

    expect(draft.publication).toEqual({
      at: Date.parse('2025-04-24T12:00Z'),
      certainty: 'stated',
      reason: 'first line',
    });
    expect(draft.text).toBe(`ASTANA – ${BODY}\n\nA second paragraph.`);
    expect(draft.title.certainty).toBe('inferred');
    expect(draft.title.value).toMatch(/^The minister received the commander on Wednesday .* officers$/);
  });

  it('with two lines above the dateline has the first as its title and neither in its text', async () => {
    const draft = await draftIn(
      '1.txt',
      `Minister Meets Commander\nOLD FRIENDS: A DAY OF TALKS\nASTANA - ${BODY}\nMore of it.`,
    );

    expect(draft.title).toEqual({ value: 'Minister Meets Commander', certainty: 'stated' });
    expect(draft.text).toBe(`ASTANA - ${BODY}\nMore of it.`);
    expect(draft.publication).toEqual({ at: null, certainty: 'unknown', reason: 'no date found' });
  });

  it('with a title between empty lines keeps it out of the text', async () => {
    const german =
      'ASTANA-Minister Kosanow empfing den Gast, der am Mittwoch zu einem Besuch eingetroffen war.';

    const draft = await draftIn(
      '2.txt',
      `\n\nMinister lobt die Partnerschaft mit Pakistan\n\n${german}\nEr blieb zwei Tage.`,
    );

    expect(draft.title).toEqual({
      value: 'Minister lobt die Partnerschaft mit Pakistan',
      certainty: 'stated',
    });
    expect(draft.text).toBe(`${german}\nEr blieb zwei Tage.`);
    expect(draft.language).toEqual({ value: 'de', certainty: 'inferred' });
  });

  it.each(['ASTANA: ', 'ALMATY – '])(
    'that begins with %j gets its title from its first sentence',
    async (dateline) => {
      const draft = await draftIn(
        '3.txt',
        `${dateline}The talks begin on Feb. 3. They end a day later.\n\n\n\n`,
      );

      expect(draft.title).toEqual({ value: 'The talks begin on Feb. 3', certainty: 'inferred' });
      expect(draft.text).toBe(`${dateline}The talks begin on Feb. 3. They end a day later.`);
    },
  );

  it('without a dateline has a title when a short line without a full stop stands above a longer one', async () => {
    const titled = await draftIn('a.txt', `Commander visits Astana\n\n${BODY}`);
    const untitled = await draftIn('b.txt', `He came on Wednesday.\n\n${BODY}`);

    expect(titled).toMatchObject({ title: { value: 'Commander visits Astana' }, text: BODY });
    expect(untitled.title).toEqual({ value: 'He came on Wednesday', certainty: 'inferred' });
    expect(untitled.text).toBe(`He came on Wednesday.\n\n${BODY}`);
  });

  it('may have a title that begins like a dateline', async () => {
    const draft = await draftIn('a.txt', `Pakistan – Kazakhstan: new flights\n\n${BODY}`);

    expect(draft).toMatchObject({ title: { value: 'Pakistan – Kazakhstan: new flights' }, text: BODY });
  });

  it('is stored composed, with plain line ends and otherwise as written', async () => {
    const draft = await draftIn(
      'a.txt',
      `\uFEFF\r\nAstana  — Gespra\u0308ch.\r\n\r\n  eingeru\u0308ckt\u00A0\r\nEnde. \r\n\r\n`,
    );

    expect(draft.text).toBe('Astana  — Gespräch.\n\n  eingerückt\u00A0\nEnde.');
  });

  it.each([
    ['empty', '', 'it is empty'],
    ['blank', ' \n\n ', 'there is no text in it'],
    [
      'binary',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      'not a text file, or in an encoding that cannot be told',
    ],
  ])('that is %s is reported', async (_case, content, reason) => {
    expect(await readingsOf('a.txt', content)).toEqual([{ kind: 'failed', name: 'a.txt', reason }]);
  });

  it('with a name that is no article is left alone', async () => {
    expect(await readingsOf('gold.yaml', 'articles: []')).toEqual([]);
  });
});

describe('a text with front matter', () => {
  const FIELDS =
    'source: dawn\nurl: https://www.dawn.com/a?utm_source=x\npublished: 2026-02-04T18:20:00+05:00\nlanguage: en\ntitle: "Talks: a start"\n';

  it('says everything about itself', async () => {
    const draft = await draftIn('a.md', `---\n${FIELDS}---\n\nISLAMABAD: ${BODY}\n`);

    expect(draft).toEqual({
      url: 'https://www.dawn.com/a',
      locator: '/inbox/a.md',
      title: { value: 'Talks: a start', certainty: 'stated' },
      text: `ISLAMABAD: ${BODY}`,
      sourceId: { value: 'dawn', certainty: 'stated' },
      language: { value: 'en', certainty: 'stated' },
      publication: { at: Date.parse('2026-02-04T13:20Z'), certainty: 'stated', reason: 'front matter' },
      author: null,
      feedItem: null,
      isBacklog: false,
    });
  });

  it('may leave fields out', async () => {
    const draft = await draftIn('a.md', `---\nsource: Dawn\n---\n# Commander visits Astana\n\n${BODY}`);

    expect(draft).toMatchObject({
      url: null,
      title: { value: 'Commander visits Astana', certainty: 'stated' },
      sourceId: { value: 'dawn' },
      language: { value: 'en', certainty: 'inferred' },
      publication: { at: null, certainty: 'unknown' },
    });
  });

  it('keeps a date that cannot be read as the reason for having none', async () => {
    const draft = await draftIn('a.md', `---\npublished: last week\n---\n${BODY}`);

    expect(draft.publication).toEqual({
      at: null,
      certainty: 'unknown',
      reason: 'unreadable date in front matter: last week',
    });
  });

  it('that is not YAML is reported', async () => {
    const readings = await readingsOf('a.md', `---\ntitle: [open\n---\n${BODY}`);

    expect(readings).toEqual([
      { kind: 'failed', name: 'a.md', reason: expect.stringMatching(/^cannot be read as text: /) },
    ]);
  });
});
