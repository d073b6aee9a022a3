import { namesOf } from '../../src/chat/find-name.ts';
import type { LineReading } from '../../src/chat/parse-line.ts';
import type { Relationship } from '../../src/domain/relationship.ts';
import { wordsIn } from '../../src/messages/words-in.ts';
import type { Command } from '../../src/ports/command.ts';
import { aPerson, aRelationship, aTopic } from '../fixtures/a-relationship.ts';
import { aCommand, anOption } from './a-command.ts';

const topic = anOption();
const person = anOption({ name: 'person', kind: 'person' });
const since = anOption({ name: 'since', kind: 'since' });
const until = anOption({ name: 'until', kind: 'until' });

/** Commands with every kind of option. */
export const someCommands: readonly Command[] = [
  aCommand({ name: 'help', options: [anOption({ name: 'command', kind: 'text' })] }),
  aCommand({ name: 'latest', options: [topic, since] }),
  aCommand({ name: 'timeline', options: [topic, person, since, until] }),
  aCommand({
    name: 'search',
    examples: ['search trade corridor'],
    options: [anOption({ name: 'words', kind: 'text', isRequired: true }), { ...since, isPositional: false }],
  }),
  aCommand({ name: 'ask', options: [anOption({ name: 'question', kind: 'text', isRequired: true })] }),
  aCommand({
    name: 'agreements',
    options: [
      anOption({
        name: 'status',
        kind: 'choice',
        choices: ['ready-to-sign', 'signed', 'ratified', 'in-force'],
      }),
    ],
  }),
  aCommand({
    name: 'subscribe',
    options: [
      anOption({ name: 'when', kind: 'text', isRequired: true }),
      anOption({ name: 'zone', kind: 'zone' }),
      anOption({ name: 'topics', kind: 'topics', isPositional: false }),
    ],
  }),
  aCommand({ name: 'status' }),
];

export const someRelationship: Relationship = aRelationship({
  people: [
    aPerson({
      id: 'tokayev',
      name: 'Kassym-Jomart Tokayev',
      spellings: {
        en: ['Kassym-Jomart Tokayev'],
        de: ['Tokajew'],
        ru: ['Касым-Жомарт Токаев'],
        kk: ['Тоқаев'],
        ur: ['توقایف'],
      },
      familyName: { en: 'Tokayev', ru: 'Токаев' },
    }),
    aPerson({ mistakes: ['Attleeu'] }),
    aPerson({ id: 'munir', name: 'Asim Munir', spellings: { en: ['Asim Munir', 'Syed Asim Munir'] } }),
    aPerson({ id: 'aleem-khan', name: 'Aleem Khan', spellings: { en: ['Abdul Aleem Khan'] } }),
    aPerson({ id: 'atif-khan', name: 'Atif Khan', spellings: { en: ['Atif Khan'] } }),
  ],
  topics: [
    aTopic({ id: 'defence', name: 'Defence', words: { en: ['army chief'], de: ['Verteidigung'] } }),
    aTopic({ words: { en: ['exports'], ru: ['торговля'] } }),
  ],
});

export function aReading(): LineReading {
  return {
    commands: someCommands,
    names: namesOf(someRelationship),
    words: wordsIn('en').chat,
    languageNames: wordsIn('en').languages,
    now: Date.parse('2026-02-10T03:00:00Z'),
    zone: 'Asia/Almaty',
  };
}
