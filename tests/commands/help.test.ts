import { beforeEach, describe, expect, it } from 'vitest';
import { help } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
  return () => store.close();
});

describe('help', () => {
  it('lists every command of the registry with its description', async () => {
    const text = messageText(await help.run({}, aContext({ store, commands })));

    for (const { name, description } of commands) {
      expect(text).toMatch(new RegExp(`^- ${name}\\b`, 'm'));
      expect(text).toContain(description);
    }
  });

  it('explains one command with its options, choices and examples', async () => {
    const text = messageText(await help.run({ command: 'agreements' }, aContext({ store, commands })));

    expect(text).toContain('# agreements [status]');
    expect(text).toContain('- status — Only agreements that stand at this step · one of mentioned, proposed');
    expect(text).toContain('- agreements signed');
  });

  it('says so when there is no such command', async () => {
    const text = messageText(await help.run({ command: 'dance' }, aContext({ store, commands })));

    expect(text).toBe('There is no command "dance".\nTry:\n- help');
  });
});

describe('the registry', () => {
  it('gives every command a name of its own and examples that begin with it', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name, examples } of commands) {
      expect(examples.length).toBeGreaterThan(0);
      expect(examples.every((line) => line.split(' ')[0] === name)).toBe(true);
    }
  });
});
