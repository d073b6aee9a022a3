import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LANGUAGES } from '../../src/domain/identity.ts';
import { identifyLanguage } from '../../src/language/identify-language.ts';
import { stem } from '../../src/language/stem.ts';
import { normaliseWord } from '../../src/language/words.ts';
import { pairScore } from './b-cubed.ts';
import { P_R_F1, type Row, showCount, showScore, showShare } from './table.ts';

const FOLDER = '../shared/datasets/language';
const SENTENCES = { file: `${FOLDER}/sib200.jsonl`, where: 'SIB-200: Davlan/sib200 on Hugging Face' };
const LEMMAS = { file: `${FOLDER}/kazakh-lemmas.jsonl`, where: 'UD Kazakh KTB: universaldependencies.org' };

const sentence = z.object({ language: z.string(), text: z.string() });
const lemma = z.object({ form: z.string(), lemma: z.string() });

/** The open test sets; a line says where to get one that is not on this machine. */
export async function measureLanguage(): Promise<Row[]> {
  return [
    ...(existsSync(SENTENCES.file)
      ? await identification(await readLines(SENTENCES.file, sentence))
      : [missing('Language of a sentence', SENTENCES)]),
    ...(existsSync(LEMMAS.file)
      ? [conflation(await readLines(LEMMAS.file, lemma))]
      : [missing('Kazakh stems', LEMMAS)]),
  ];
}

async function identification(sentences: readonly z.infer<typeof sentence>[]): Promise<Row[]> {
  const told = await Promise.all(
    sentences.map(async ({ language, text }) => ({
      language,
      found: (await identifyLanguage(text)).language,
    })),
  );
  const isOurs = ({ language }: { language: string }) => LANGUAGES.some((one) => one === language);
  const ours = told.filter(isOurs);
  const foreign = told.filter((one) => !isOurs(one));
  const rightIn = (some: typeof told) => some.filter(({ language, found }) => language === found).length;
  const cells = LANGUAGES.map((language) => {
    const some = ours.filter((one) => one.language === language);
    return [language, showShare(rightIn(some) / Math.max(1, some.length))];
  });
  return [
    {
      what: 'Language of a sentence',
      measure: 'right (SIB-200)',
      all: showShare(rightIn(ours) / ours.length),
      byLanguage: Object.fromEntries(cells),
    },
    takenForOurs(foreign),
  ];
}

/** Sentences in neighbouring languages, by what they were taken for. */
function takenForOurs(foreign: readonly { readonly found: string }[]): Row {
  const wrong = foreign.filter(({ found }) => found !== 'other');
  const cells = LANGUAGES.map((language) => [
    language,
    String(wrong.filter(({ found }) => found === language).length),
  ]);
  return {
    what: 'Neighbouring languages',
    measure: 'taken for ours (SIB-200)',
    all: showCount(wrong.length, foreign.length),
    byLanguage: Object.fromEntries(cells),
  };
}

/** Do forms of one lemma, and no others, share a stem? */
function conflation(pairs: readonly z.infer<typeof lemma>[]): Row {
  const items = pairs.map(({ form, lemma: truth }) => ({ truth, found: stem(normaliseWord(form), 'kk') }));
  const score = showScore(pairScore(items));
  const measure = `pairs of forms with one stem, ${P_R_F1} (UD KTB)`;
  return { what: 'Kazakh stems', measure, all: score, byLanguage: { kk: score } };
}

function missing(what: string, { file, where }: typeof SENTENCES): Row {
  return { what, measure: `put ${where} into ${file}`, all: 'not measured' };
}

async function readLines<Line>(file: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
