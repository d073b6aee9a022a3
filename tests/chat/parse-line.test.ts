import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/chat/parse-line.ts';
import { UserError } from '../../src/errors.ts';
import { aReading } from './a-reading.ts';

const parse = (line: string) => parseLine(line, aReading());
const optionsOf = (line: string) => parse(line).options;

function mistakeIn(line: string): string {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error(`"${line}" was read without complaint`);
}

describe('a line of text becomes a command with options', () => {
  it('takes options by name in any order and any case', () => {
    const { command, options } = parse('TIMELINE until:2025 Topic:defence person:tokayev');

    expect(command.name).toBe('timeline');
    expect(options).toMatchObject({ topic: 'defence', person: 'tokayev' });
  });

  it('takes options without their names in the order of the list', () => {
    expect(optionsOf('timeline defence tokayev')).toEqual({ topic: 'defence', person: 'tokayev' });
  });

  it('leaves a word that one option cannot read to the next', () => {
    expect(optionsOf('timeline tokayev')).toEqual({ person: 'tokayev' });
  });

  it('reads a name of several words without quotes', () => {
    expect(optionsOf('timeline defence Asim Munir')).toEqual({ topic: 'defence', person: 'munir' });
  });

  it('gives a text the rest of the line, colons included', () => {
    expect(optionsOf('search free trade at 08:00 since:2025')).toMatchObject({
      words: 'free trade at 08:00',
    });
  });

  it('lets options after a text take words from the end, if they fit', () => {
    expect(optionsOf('subscribe daily 08:00 asia/almaty topics:defence,trade')).toEqual({
      when: 'daily 08:00',
      zone: 'Asia/Almaty',
      topics: ['defence', 'trade'],
    });
    expect(optionsOf('subscribe daily 08:00')).toEqual({ when: 'daily 08:00' });
  });

  it('takes a cron expression in quotes or without', () => {
    expect(optionsOf('subscribe "0 8 * * 1-5" Asia/Almaty')).toMatchObject({ when: '0 8 * * 1-5' });
    expect(optionsOf('subscribe 0 8 * * 1-5')).toMatchObject({ when: '0 8 * * 1-5' });
  });

  it.each(['"asim munir"', '“asim munir”', '„asim munir“', '«asim munir»'])(
    'takes %s as one value',
    (value) => {
      expect(optionsOf(`timeline person:${value}`)).toEqual({ person: 'munir' });
    },
  );

  it('takes a value after a space, and a list with spaces after its commas', () => {
    expect(optionsOf('timeline topic: defence')).toEqual({ topic: 'defence' });
    expect(optionsOf('subscribe daily topics:defence, trade')).toMatchObject({
      topics: ['defence', 'trade'],
    });
  });

  it('takes the page of any command out of the line', () => {
    const { page, line, options } = parse('latest  page:3 defence');

    expect(page).toBe(3);
    expect(line).toBe('latest defence');
    expect(options).toEqual({ topic: 'defence' });
  });

  it('starts at page 1', () => {
    expect(parse('latest')).toMatchObject({ page: 1, line: 'latest', options: {} });
  });

  it('finds choices by case and beginning', () => {
    expect(optionsOf('agreements SIGNED')).toEqual({ status: 'signed' });
    expect(optionsOf('agreements ready to sign')).toEqual({ status: 'ready-to-sign' });
    expect(optionsOf('agreements status:rat')).toEqual({ status: 'ratified' });
  });

  it('reads an empty line as help', () => {
    expect(parse('  ').command.name).toBe('help');
  });
});

describe('a question needs no command', () => {
  it.each(['What was signed in Islamabad?', 'Кто посетил Астану?', 'قازقستان کا صدر کون ہے؟'])(
    'reads "%s" as ask',
    (line) => {
      expect(parse(line)).toMatchObject({ line: `ask ${line}`, options: { question: line } });
    },
  );

  it('does not guess from two words', () => {
    expect(mistakeIn('latset defence?')).toContain('"latset"');
  });

  it('leaves a line with a known command to the command', () => {
    expect(parse('search what was signed?').command.name).toBe('search');
  });
});

describe('people and topics are found by any spelling of the profile', () => {
  it.each(['Tokayev', 'TOKAYEV', 'Токаев', 'тоқаев', 'توقایف', 'Kassym Jomart Tokayev', 'kassym', 'Tokaj'])(
    'finds the president as %s',
    (spelling) => {
      expect(optionsOf(`timeline person:"${spelling}"`)).toEqual({ person: 'tokayev' });
    },
  );

  it('finds a wrong form that the profile lists', () => {
    expect(optionsOf('timeline Attleeu')).toEqual({ person: 'nurtleu' });
  });

  it('finds a topic by its name, its beginning and a word of its vocabulary', () => {
    expect(optionsOf('latest Defence')).toEqual({ topic: 'defence' });
    expect(optionsOf('latest def')).toEqual({ topic: 'defence' });
    expect(optionsOf('latest Verteidigung')).toEqual({ topic: 'defence' });
  });

  it('asks which one was meant when several fit, naming them', () => {
    const message = mistakeIn('timeline person:Khan');

    expect(message).toContain('Aleem Khan');
    expect(message).toContain('Atif Khan');
  });
});

describe('a mistake is answered with what would be right', () => {
  it.each([
    ['latset defence', '"latest"'],
    ['tl', 'help'],
    ['latest sinc:2025', '"since"'],
    ['search trade sinc:2025', '"since"'],
    ['timeline colour:red', 'topic'],
    ['latest defenec', '"Defence"'],
    ['timeline Tokyev', '"Kassym-Jomart Tokayev"'],
    ['latest since:soon', '2025-04'],
    ['latest since:2025-13', '2025-04'],
    ['latest page:two', 'whole number'],
    ['latest page:0', 'page 0'],
    ['latest page:1 page:2', 'twice'],
    ['agreements singed', 'signed'],
    ['subscribe daily zone:Asia/Almatty', '"Asia/Almaty"'],
    ['subscribe daily topics:defence,tade', '"Trade"'],
    ['status now', '"now"'],
    ['search', 'search trade corridor'],
    ['timeline zzz', 'topic, person, since or until'],
    ['latest topic:', 'empty'],
  ])('%s → %s', (line, hint) => {
    expect(mistakeIn(line)).toContain(hint);
  });

  it('whatever is typed, the answer is a command or a UserError', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('', 'timeline ', 'search ', 'subscribe '),
        (text, start) => {
          try {
            expect(parse(start + text).page).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
          }
        },
      ),
    );
  });

  it('a text in quotes arrives as it was typed', () => {
    const words = fc.stringMatching(/^[a-z0-9:*?' ]*[a-z][a-z0-9:*?' ]*$/);
    fc.assert(
      fc.property(words, (text) => {
        expect(optionsOf(`search "${text}"`)).toEqual({ words: text.trim() });
      }),
    );
  });
});
