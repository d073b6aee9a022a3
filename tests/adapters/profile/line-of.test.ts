import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../adapters/profile/yaml/line-of.ts';

const TEXT = `# a comment
- id: first
  spellings: { en: [One, "Two"] }
- id: second

  spellings:
    en:
      - Three
      - Four
    ru: [Пять]
`;

describe('the line of a path', () => {
  it.each([
    [[0], 2],
    [[0, 'id'], 2],
    [[0, 'spellings', 'en', 1], 3],
    [[1], 4],
    [[1, 'spellings', 'en', 1], 9],
    [[1, 'spellings', 'ru', 0], 10],
  ])('finds %j in line %i', (path, line) => {
    expect(lineOf(TEXT, path)).toBe(line);
  });

  it('falls back to the nearest thing above a path that is not there', () => {
    expect(lineOf(TEXT, [1, 'offices', 0, 'office'])).toBe(4);
  });

  it('is the first line for a path into nothing', () => {
    expect(lineOf('', ['id'])).toBe(1);
  });
});
