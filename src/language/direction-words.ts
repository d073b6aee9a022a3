import type { Language } from '../domain/identity.ts';
import { normaliseWord } from './words.ts';

type Direction = 'past' | 'future';

const PAST = `last past previous letzten letzter letzte vergangenen vergangener vorigen прошлый прошлую прошлого прошлое
  прошлом минувший минувшую минувшее минувшую прошедший прошедшую өткен گزشتہ گذشتہ پچھلے`;
const FUTURE = `next coming nächsten nächster kommenden kommender следующий следующую следующего следующее следующем
  ближайший ближайшую предстоящий предстоящую келесі алдағы келер آئندہ اگلے`;

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ...PAST.split(/\s+/).map((word) => [normaliseWord(word), 'past'] as const),
  ...FUTURE.split(/\s+/).map((word) => [normaliseWord(word), 'future'] as const),
]);

/** Where a word beside a weekday or month points: "last Friday", "келесі дүйсенбіде". */
export function directionOf(norm: string, language: Language): Direction | null {
  return language === 'other' ? null : (DIRECTIONS.get(norm) ?? null);
}
