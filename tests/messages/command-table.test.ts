import { describe, expect, it } from 'vitest';
import { commandTable } from '../../src/messages/command-table.ts';

const option = { name: 'topic', description: 'Only this', isRequired: false, isPositional: true };

describe('commandTable', () => {
  it('gives a row a command, in their order, with its options and an example', () => {
    const table = commandTable(
      [
        {
          name: 'story',
          description: 'One story',
          examples: ['story s-12ab'],
          options: [{ ...option, name: 'id', isRequired: true }],
          access: 'everyone',
        },
        { name: 'latest', description: 'News | views', examples: [], options: [option], access: 'everyone' },
      ],
      '/relations',
    );

    expect(table.split('\n').slice(2)).toEqual([
      '| `story ID` | One story | `/relations story s-12ab` |',
      '| `latest [topic]` | News \\| views | `/relations latest` |',
    ]);
  });
});
