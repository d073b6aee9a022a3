import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settings } from '../../commands/settings.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { UserError } from '../../src/errors.ts';
import type { CommandContext, OptionValues } from '../../src/ports/command.ts';
import type { Store } from '../../src/ports/store.ts';
import { aContext } from '../fixtures/a-context.ts';
import { NO_RIGHTS } from '../fixtures/a-line.ts';
import { aRelationship, aTopic } from '../fixtures/a-relationship.ts';
import { anEmptyStore } from '../fixtures/an-archive.ts';
import { messageText } from '../fixtures/message-text.ts';

const relationship = aRelationship({ topics: [aTopic(), aTopic({ id: 'defence', name: 'Defence' })] });
const NOTHING: Preferences = { language: null, zone: null, topicIds: null };

let store: Store;

beforeEach(async () => {
  store = await anEmptyStore();
});

afterEach(() => store.close());

async function run(options: OptionValues, choices: Partial<CommandContext> = {}): Promise<string> {
  return messageText(
    await settings.run(options, aContext({ store, relationship, workspaceId: 'w1', ...choices })),
  );
}

function stored(kind: 'person' | 'channel' | 'workspace', id: string): Promise<Preferences | null> {
  return store.preferences.get({ kind, platform: 'console', id });
}

describe('settings', () => {
  it('shows what applies, where it was set, and the id by which operators are named', async () => {
    await store.preferences.set(
      { kind: 'channel', platform: 'console', id: 'here' },
      { ...NOTHING, topicIds: ['trade', 'defence'] },
    );

    const shown = await run({}, { topicIds: ['trade', 'defence'] });

    expect(shown).toContain('Time zone: Asia/Almaty');
    expect(shown).toContain('Your id: aigerim');
    expect(shown).toMatch(/This channel\nLanguage: not set\nTime zone: not set\nTopics: Trade and Defence/);
    expect(shown).toMatch(/The whole workspace\nLanguage: not set/);
  });

  it('keeps what was set before when something else is set', async () => {
    await run({ zone: 'Asia/Karachi' });
    const answer = await run({ language: 'ur', topics: ['trade'] });

    expect(await stored('person', 'aigerim')).toEqual({
      language: 'ur',
      zone: 'Asia/Karachi',
      topicIds: ['trade'],
    });
    expect(answer).toContain('Saved for: You.');
    expect(answer).toContain('Language: Urdu');
  });

  it.each([
    [{ clear: 'zone' }, { language: 'ur', zone: null, topicIds: ['trade'] }],
    [{ clear: 'everything' }, NOTHING],
    [{ topics: [] }, { language: 'ur', zone: 'Asia/Karachi', topicIds: [] }],
  ] as const)('takes settings back: %j', async (options, left) => {
    await run({ language: 'ur', zone: 'Asia/Karachi', topics: ['trade'] });

    await run(options);

    expect(await stored('person', 'aigerim')).toEqual(left);
  });

  it.each([
    ['channel', { managesChannel: true }, 'here'],
    ['workspace', { managesWorkspace: true }, 'w1'],
    ['channel', { isOperator: true }, 'here'],
  ] as const)('of the %s may be changed with the right %o', async (scope, right, id) => {
    await run({ zone: 'Asia/Karachi', for: scope }, { rights: async () => ({ ...NO_RIGHTS, ...right }) });

    expect(await stored(scope, id)).toMatchObject({ zone: 'Asia/Karachi' });
  });

  it.each([
    ['channel', {}, 'Only people who manage this channel'],
    ['workspace', { managesChannel: true }, 'Only administrators of the workspace'],
  ] as const)('of the %s may not be changed with %o, and that is said', async (scope, right, said) => {
    const rights = async () => ({ ...NO_RIGHTS, ...right });

    const change = run({ zone: 'Asia/Karachi', for: scope }, { rights });

    await expect(change).rejects.toThrow(UserError);
    await expect(change).rejects.toThrow(said);
    expect(await stored('channel', 'here')).toBeNull();
    expect(await stored('workspace', 'w1')).toBeNull();
  });

  it('of a workspace cannot be changed where there is none', async () => {
    const rights = async () => ({ ...NO_RIGHTS, managesWorkspace: true });

    const change = run({ zone: 'UTC', for: 'workspace' }, { rights, workspaceId: null });

    await expect(change).rejects.toThrow('There is no workspace here');
  });
});
