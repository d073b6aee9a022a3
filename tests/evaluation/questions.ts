import type { Person } from '../../src/domain/relationship.ts';
import type { Samples } from './read-samples.ts';

export interface Asked {
  readonly text: string;
  /** The day that a right answer tells, or the person whose office it tells. */
  readonly day: string | null;
  readonly personId: string | null;
}

/** Nobody and nothing in the samples answers these. */
export const UNANSWERABLE: readonly string[] = [
  'When did Angela Merkel visit Pakistan?',
  'How many cosmonauts has Pakistan trained in Baikonur?',
  'What did the finance ministers say about a common currency?',
  'When was the tunnel under the Karakoram opened?',
  'Wann besuchte der japanische Kaiser Astana?',
  'Wie viele Schneeleoparden leben in Lahore?',
  'Сколько стоит билет на поезд Алматы – Карачи?',
  'Когда Пакистан запустил спутник с Байконура?',
  'Қазақстан Пәкістаннан қанша жолбарыс сатып алды?',
  'لاہور میں اولمپکس کب ہوئے؟',
];

/** Questions whose answers the gold file knows. */
export function questionsFrom({ gold, relationship }: Samples): { kind: string; questions: Asked[] }[] {
  const people = new Map(relationship.people.map((person) => [person.id, person]));
  const held = gold.events.filter(({ status, precision }) => status === 'held' && precision === 'day');
  const visits = held.flatMap(({ kind, participants, from }): Asked[] => {
    const visitor = kind === 'visit' ? people.get(participants[0] ?? '') : undefined;
    const host = relationship.sides.find(({ id }) => id !== visitor?.side);
    if (visitor === undefined || host === undefined) return [];
    return [{ text: `When did ${visitor.name} visit ${host.name}?`, day: from, personId: null }];
  });
  const signings = gold.agreements.flatMap(({ id, steps }): Asked[] => {
    const instrument = relationship.instruments.find((one) => one.id === id);
    const step = steps.find(({ status, precision }) => status === 'signed' && precision === 'day');
    if (instrument === undefined || step === undefined) return [];
    return [{ text: `When was the ${instrument.name} signed?`, day: step.on, personId: null }];
  });
  return [
    { kind: 'when somebody visited', questions: visits },
    { kind: 'when something was signed', questions: signings },
    { kind: 'who somebody is', questions: namedPeople(gold, people).map(whoIs) },
  ];
}

/** Everybody named in the samples whose office the profile knows. */
function namedPeople(gold: Samples['gold'], people: ReadonlyMap<string, Person>): Person[] {
  const ids = new Set(gold.articles.flatMap((article) => article.people));
  return [...ids].flatMap((id) => people.get(id) ?? []).filter(({ tenures }) => tenures.length > 0);
}

function whoIs({ id, name }: Person): Asked {
  return { text: `Who is ${name}?`, day: null, personId: id };
}
