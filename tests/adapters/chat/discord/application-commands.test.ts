import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationCommands } from '../../../../adapters/chat/discord/registration/application-commands.ts';
import type { Command, OptionKind, OptionSpec } from '../../../../src/ports/command.ts';
import { aCommand, anOption } from '../../../chat/a-command.ts';
import { readCommands } from '../../../fixtures/discord/command-rules.ts';

const KINDS: readonly OptionKind[] = [
  ...(['text', 'integer', 'person', 'topic', 'topics', 'since', 'until'] as const),
  ...(['choice', 'zone', 'story', 'agreement', 'language'] as const),
];

function registered(commands: readonly Command[], rootCommand = 'relations') {
  return applicationCommands({ commands, rootCommand });
}

function optionOf(option: Partial<OptionSpec>) {
  const [root] = registered([aCommand({ options: [anOption(option)] })]);
  return root?.options[0]?.options[0];
}

/** The commands that Discord's rules refuse throw here. */
function acceptedByDiscord(commands: unknown): unknown {
  return readCommands(JSON.parse(JSON.stringify(commands)));
}

describe('the commands registered on Discord', () => {
  it('are subcommands of one root, and those for managers of another that only they are shown', () => {
    const roots = registered([
      aCommand({ name: 'latest' }),
      aCommand({ name: 'subscribe', access: 'channel-managers' }),
      aCommand({ name: 'sources', access: 'operators' }),
    ]);

    expect(roots.map(({ name, options }) => [name, options.map((one) => one.name)])).toEqual([
      ['relations', ['latest']],
      ['relations-manage', ['subscribe', 'sources']],
    ]);
    expect(roots.map((root) => root.default_member_permissions)).toEqual([null, String(1 << 4)]);
    for (const root of roots) expect(root).toMatchObject({ contexts: [0, 1], integration_types: [0] });
  });

  it('go on in a further root after twenty-five', () => {
    const commands = Array.from({ length: 60 }, (_, place) => aCommand({ name: `command-${place}` }));

    const roots = registered(commands);

    expect(roots.map(({ name, options }) => [name, options.length])).toEqual([
      ['relations', 25],
      ['relations-2', 25],
      ['relations-3', 10],
    ]);
  });

  it('go on in a further root before 8,000 characters', () => {
    const options = Array.from({ length: 10 }, (_, place) =>
      anOption({ name: `option-${place}`, description: 'd'.repeat(100) }),
    );
    const commands = Array.from({ length: 12 }, (_, place) =>
      aCommand({ name: `command-${place}`, options }),
    );

    const roots = registered(commands);

    expect(roots.map(({ name }) => name)).toEqual(['relations', 'relations-2']);
    expect(() => acceptedByDiscord(roots)).not.toThrow();
  });

  it('keep their names within 32 characters when the root has a long name', () => {
    const roots = registered([aCommand({ access: 'operators' })], 'r'.repeat(32));

    expect(roots.map(({ name }) => name)).toEqual([`${'r'.repeat(25)}-manage`]);
  });

  it.each([
    ['person', { type: 3, autocomplete: true }],
    ['topic', { type: 3, autocomplete: true }],
    ['topics', { type: 3, autocomplete: true }],
    ['agreement', { type: 3, autocomplete: true }],
    ['story', { type: 3, autocomplete: true }],
    ['zone', { type: 3, autocomplete: true }],
    ['text', { type: 3 }],
    ['since', { type: 3 }],
    ['until', { type: 3 }],
    ['integer', { type: 4 }],
  ] as const)('have an option of the kind %s in its type', (kind, expected) => {
    const { name, description, required, ...how } = optionOf({ kind }) ?? { name: '' };

    expect(how).toEqual(expected);
  });

  it('offer few choices to pick and complete many', () => {
    const few = optionOf({ kind: 'choice', choices: ['open', 'done'] });
    const many = optionOf({ kind: 'choice', choices: Array.from({ length: 26 }, (_, n) => `c${n}`) });
    const language = optionOf({ kind: 'language' });

    expect(few?.choices?.map(({ value }) => value)).toEqual(['open', 'done']);
    expect(many).toMatchObject({ autocomplete: true });
    expect(many?.choices).toBeUndefined();
    expect(language?.choices?.map(({ value }) => value)).toEqual(['en', 'de', 'ru', 'ur', 'kk']);
  });

  it('ask for required options first', () => {
    const options = [anOption({ name: 'topic' }), anOption({ name: 'schedule', isRequired: true })];

    const [root] = registered([aCommand({ options })]);

    expect(root?.options[0]?.options.map(({ name }) => name)).toEqual(['schedule', 'topic', 'share', 'page']);
  });

  it('have a page, and may be shared when their answer is private', () => {
    const [root] = registered([
      aCommand({ name: 'latest', visibility: 'private' }),
      aCommand({ name: 'brief', visibility: 'channel' }),
      aCommand({
        name: 'turn',
        visibility: 'channel',
        options: [anOption({ name: 'page', kind: 'integer' })],
      }),
    ]);

    expect(root?.options.map(({ options }) => options.map(({ name }) => name))).toEqual([
      ['share', 'page'],
      ['page'],
      ['page'],
    ]);
    expect(root?.options[0]?.options).toMatchObject([{ type: 5 }, { type: 4, min_value: 1 }]);
  });

  it('cut a long description at a word', () => {
    const description = `${'word '.repeat(19)}endless-word and more`;

    const [root] = registered([aCommand({ description })]);

    expect(root?.options[0]?.description).toBe(`${'word '.repeat(19).trim()}…`);
  });

  it('are what Discord takes, whatever they are, each of them once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCommand(), { maxLength: 60, selector: ({ name }) => name }),
        (commands) => {
          const roots = registered(commands);

          acceptedByDiscord(roots);
          const names = roots.flatMap(({ options }) => options.map(({ name }) => name));
          expect(names.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });
});

function anyCommand(): fc.Arbitrary<Command> {
  const name = fc.stringMatching(/^[a-z]{3,20}$/);
  const text = fc.lorem({ maxCount: 40 });
  const option = fc.record({
    ...{ name, description: text, kind: fc.constantFrom(...KINDS) },
    ...{ isRequired: fc.boolean(), isPositional: fc.boolean() },
    choices: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 }),
  });
  return fc
    .record({
      ...{ name, description: text },
      options: fc.uniqueArray(option, { maxLength: 12, selector: (one) => one.name }),
      access: fc.constantFrom('everyone' as const, 'channel-managers' as const, 'operators' as const),
      visibility: fc.constantFrom('private' as const, 'channel' as const),
    })
    .map((facts) => aCommand(facts));
}
