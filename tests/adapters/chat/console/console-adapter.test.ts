import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../../src/domain/message.ts';
import type { Dispatch } from '../../../../src/ports/chat-adapter.ts';
import { aConsole } from '../../../fixtures/a-console.ts';
import { anInbox } from '../../../fixtures/an-inbox.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const LEFT = '\u001B[D';
const UP = '\u001B[A';

function aMessage(text: string): Message {
  return { blocks: [{ kind: 'paragraph', text: [{ kind: 'text', text }] }] };
}

function aListener() {
  const heard: string[] = [];
  const inbox = anInbox({
    async answer({ input }) {
      const line = input.kind === 'line' ? input.line : '';
      heard.push(line);
      return aMessage(`answer: ${line.toUpperCase()}`);
    },
  });
  return { inbox, heard };
}

function aDispatch(key: string): Dispatch {
  return { key, triedSince: null, posts: [], replyTo: null, onPosted: async () => {} };
}

const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 5000 });

describe('the console at a terminal', () => {
  it('keeps a half-typed line, and the place of the cursor in it, when a digest appears above', async () => {
    const { inbox, heard } = aListener();
    const terminal = aConsole();
    await terminal.adapter.start(inbox);
    terminal.press(`latest dfence${LEFT.repeat(5)}`);

    await terminal.adapter.send(terminal.channel, aMessage('the digest'), aDispatch('d1'));
    const below = terminal.shown().slice(terminal.shown().indexOf('the digest'));
    terminal.press('e\r');
    await until(() => expect(heard).toHaveLength(1));
    await terminal.adapter.stop();

    expect(stripVTControlCharacters(below)).toContain('relations › latest dfence');
    expect(heard).toEqual(['latest defence']);
  });

  it('clears the line on the first Ctrl-C and leaves on the second', async () => {
    const onLeave = vi.fn();
    const { inbox, heard } = aListener();
    const terminal = aConsole({ onLeave });
    await terminal.adapter.start(inbox);

    terminal.press(`half typed${CTRL_C}`);
    await until(() => expect(terminal.shown()).toContain('Press Ctrl-C again to leave.'));
    const calls = onLeave.mock.calls.length;
    terminal.press(CTRL_C);
    await until(() => expect(onLeave).toHaveBeenCalledTimes(1));

    expect(calls).toBe(0);
    expect(heard).toEqual([]);
  });

  it('stays when something was typed between two Ctrl-C', async () => {
    const onLeave = vi.fn();
    const { inbox, heard } = aListener();
    const terminal = aConsole({ onLeave });
    await terminal.adapter.start(inbox);

    terminal.press(`${CTRL_C}status${CTRL_C}visits\r`);
    await until(() => expect(heard).toEqual(['visits']));
    await terminal.adapter.stop();

    expect(onLeave).not.toHaveBeenCalled();
  });

  it.each([CTRL_D, 'exit\r', '/relations quit\r'])('leaves on %j', async (keys) => {
    const onLeave = vi.fn();
    const terminal = aConsole({ onLeave });
    await terminal.adapter.start(aListener().inbox);

    terminal.press(keys);

    await until(() => expect(onLeave).toHaveBeenCalledTimes(1));
  });

  it.each(['latest', '/latest', '/relations latest', 'RELATIONS latest'])(
    'reads %j as latest',
    async (typed) => {
      const { inbox, heard } = aListener();
      const terminal = aConsole();
      await terminal.adapter.start(inbox);

      terminal.press(`${typed}\r`);

      await until(() => expect(heard).toEqual(['latest']));
      await terminal.adapter.stop();
    },
  );

  it('asks nothing of the inbox for an empty line', async () => {
    const { inbox, heard } = aListener();
    const terminal = aConsole();
    await terminal.adapter.start(inbox);

    terminal.press('\r  \rlatest\r');
    await until(() => expect(heard.length).toBeGreaterThan(0));
    await terminal.adapter.stop();

    expect(heard).toEqual(['latest']);
  });

  it('completes the last word, and goes on to the next when there is one candidate', async () => {
    const { inbox, heard } = aListener();
    const terminal = aConsole({ complete: () => [['latest'], 'la'] });
    await terminal.adapter.start(inbox);

    terminal.press('la');
    terminal.press('\t');
    await until(() => expect(terminal.shown()).toContain('latest '));
    terminal.press('defence\r');
    await until(() => expect(heard).toEqual(['latest defence']));
    await terminal.adapter.stop();
  });

  it('remembers lines from one session to the next, in a file for its owner only', async () => {
    const historyFile = join(await mkdtemp(join(tmpdir(), 'console-')), 'data', 'history');
    const first = aConsole({ historyFile });
    await first.adapter.start(aListener().inbox);
    first.press('latest defence\rvisits\r');
    await until(() => expect(first.shown()).toContain('answer: VISITS'));
    await first.adapter.stop();

    const { inbox, heard } = aListener();
    const second = aConsole({ historyFile });
    await second.adapter.start(inbox);
    second.press(`${UP}${UP}\r`);
    await until(() => expect(heard).toEqual(['latest defence']));
    await second.adapter.stop();

    expect(await readFile(historyFile, 'utf8')).toBe('visits\nlatest defence\n');
  });

  it('works without a history when the file cannot be written', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'console-')), 'file');
    await writeFile(file, '');
    const terminal = aConsole({ historyFile: join(file, 'history') });
    await terminal.adapter.start(aListener().inbox);

    terminal.press('latest\r');
    await until(() => expect(terminal.shown()).toContain('answer: LATEST'));

    await expect(terminal.adapter.stop()).resolves.toBeUndefined();
  });

  it('answers nothing that was pasted after exit', async () => {
    const onLeave = vi.fn();
    const { inbox, heard } = aListener();
    const terminal = aConsole({ onLeave });
    await terminal.adapter.start(inbox);

    terminal.press('latest\rexit\rvisits\r');
    await until(() => expect(onLeave).toHaveBeenCalledTimes(1));

    expect(heard).toEqual(['latest']);
  });

  it('greets before the first prompt', async () => {
    const terminal = aConsole({ greeting: aMessage('Type help.') });

    await terminal.adapter.start(aListener().inbox);
    await terminal.adapter.stop();

    expect(stripVTControlCharacters(terminal.shown())).toMatch(/^\nType help\.\n\nrelations › /);
  });
});

describe('the console in a pipe', () => {
  it('answers line by line and leaves when the input ends', async () => {
    const onLeave = vi.fn();
    const pipe = aConsole({ isTerminal: false, onLeave });
    await pipe.adapter.start(aListener().inbox);

    pipe.press('latest\n\nvisits');
    pipe.input.end();
    await until(() => expect(onLeave).toHaveBeenCalledTimes(1));

    expect(pipe.shown()).toBe('answer: LATEST\n\nanswer: VISITS\n');
  });

  it('answers nothing after exit', async () => {
    const onLeave = vi.fn();
    const { inbox, heard } = aListener();
    const pipe = aConsole({ isTerminal: false, onLeave });
    await pipe.adapter.start(inbox);

    pipe.press('latest\nexit\nvisits\n');
    await until(() => expect(onLeave).toHaveBeenCalledTimes(1));

    expect(heard).toEqual(['latest']);
  });

  it('leaves when nobody reads the answers any more, as before `| head`', async () => {
    const onLeave = vi.fn();
    const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    const pipe = aConsole({ isTerminal: false, output, onLeave });
    await pipe.adapter.start(aListener().inbox);

    pipe.press('latest\nvisits\n');

    await until(() => expect(onLeave).toHaveBeenCalledTimes(1));
  });

  it('says that a delivery was not sent when nobody reads any more', async () => {
    const pipe = aConsole({ isTerminal: false });
    await pipe.adapter.start(aListener().inbox);
    pipe.output.destroy();

    const outcome = await pipe.adapter.send(pipe.channel, aMessage('lost'), aDispatch('d1'));

    expect(outcome).toMatchObject({ kind: 'not-sent', retryAfterMs: 60_000 });
  });
});
