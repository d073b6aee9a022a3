import { expect, it } from 'vitest';
import { isWanted, type Subject } from '../../src/digests/is-wanted.ts';
import type { ArticleId } from '../../src/domain/identity.ts';
import { EVERYTHING, type Interest, type Mute } from '../../src/domain/subscription.ts';

const subject: Subject = {
  topicIds: ['trade', 'transport'],
  personIds: ['tokayev'],
  agreementIds: [],
  sides: ['KZ', 'third'],
  languages: ['en', 'ru'],
  originCount: 2,
  articleIds: ['a-1', 'a-2'] as ArticleId[],
  sourceIds: ['dawn', 'qazinform'],
};

function wants(interest: Partial<Interest>, mutes: readonly Mute[] = []): boolean {
  return isWanted(subject, { interest: { ...EVERYTHING, ...interest }, mutes });
}

it.each<Partial<Interest>>([
  {},
  { topicIds: ['defence', 'trade'] },
  { personIds: ['tokayev'], sides: ['KZ'] },
  { languages: ['ru'], minOrigins: 2 },
])('wants what touches everything that was asked for: %o', (interest) => {
  expect(wants(interest)).toBe(true);
});

it.each<Partial<Interest>>([
  { topicIds: ['defence'] },
  { topicIds: ['trade'], personIds: ['munir'] },
  { agreementIds: ['transit-trade'] },
  { sides: ['PK'] },
  { languages: ['ur'] },
  { minOrigins: 3 },
])('does not want what misses one thing: %o', (interest) => {
  expect(wants(interest)).toBe(false);
});

it.each<[Mute[], boolean]>([
  [[{ kind: 'topic', id: 'transport' }], false],
  [[{ kind: 'story', id: 'a-2' }], false],
  [[{ kind: 'source', id: 'dawn' }], true],
  [
    [
      { kind: 'source', id: 'dawn' },
      { kind: 'source', id: 'qazinform' },
    ],
    false,
  ],
  [[{ kind: 'topic', id: 'a-2' }], true],
])('leaves out what is muted, and what muted sources alone tell: %o', (mutes, isHeard) => {
  expect(wants({}, mutes)).toBe(isHeard);
});
