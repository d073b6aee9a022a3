import { describe, expect, it } from 'vitest';
import { findSource } from '../../src/ingest/find-source.ts';
import { aSource } from '../fixtures/a-relationship.ts';

const SOURCES = [
  aSource(),
  aSource({ id: 'bbc', name: 'BBC', sites: ['bbc.com'], names: { en: ['BBC News'] } }),
  aSource({ id: 'bbc-urdu', name: 'BBC Urdu', sites: ['bbc.com/urdu'], names: { ur: ['بی بی سی اردو'] } }),
];

describe('the source of an article', () => {
  it.each([
    [['astana-times'], 'astana-times'],
    [['the astana  times'], 'astana-times'],
    [['بی بی سی اردو'], 'bbc-urdu'],
    [['Somebody', 'BBC News'], 'bbc'],
  ])('is told by the name %j', (names, id) => {
    expect(findSource({ names, url: null }, SOURCES)).toEqual({ value: id, certainty: 'stated' });
  });

  it.each([
    ['https://astanatimes.com/2025/04/a', 'astana-times'],
    ['https://www.astanatimes.com/', 'astana-times'],
    ['https://www.bbc.com/news/1', 'bbc'],
    ['https://www.bbc.com/urdu/articles/1', 'bbc-urdu'],
    ['https://www.bbc.com/urdu-music', 'bbc'],
  ])('is told by the site of %s', (url, id) => {
    expect(findSource({ names: [], url }, SOURCES).value).toBe(id);
  });

  it.each(['https://notastanatimes.com/', 'https://astanatimes.com.evil.example/', 'no address'])(
    'is unknown for %s',
    (url) => {
      expect(findSource({ names: ['Reuters'], url }, SOURCES)).toEqual({ value: null, certainty: 'unknown' });
    },
  );
});
