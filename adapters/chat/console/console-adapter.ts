import type { Readable, Writable } from 'node:stream';
import type { Message } from '../../../src/domain/message.ts';
import type { Channel } from '../../../src/domain/subscription.ts';
import type { ChatAdapter, Inbox, IncomingCommand, SendOutcome } from '../../../src/ports/chat-adapter.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { createPipeScreen } from './pipe-screen.ts';
import { createPromptScreen } from './prompt-screen.ts';
import { renderMessage } from './render.ts';
import { styled } from './render-inlines.ts';
import { withoutRoot } from './without-root.ts';

export interface ConsoleOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** A person sits there; otherwise lines come from a pipe and are answered one by one until it ends. */
  readonly isTerminal: boolean;
  /** Cells in a line of the output now. */
  readonly columns: () => number;
  /** Only on a terminal, and only when the person has not asked for none (NO_COLOR). */
  readonly hasColour: boolean;
  /** May be typed before a command, as on other platforms. */
  readonly rootCommand: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Where typed lines are kept for the next session; null keeps none. */
  readonly historyFile?: string | null;
  /** IANA zone of the person. */
  readonly zone?: string | null;
  /** Said once at the start, before the first prompt. */
  readonly greeting?: Message | null;
  /** What the last word of a line may become, and that word. */
  readonly complete?: (line: string) => [string[], string];
  /** Called once, when the person leaves or the piped input has ended and is answered. */
  readonly onLeave?: () => void;
}

/** The one channel that a console has. */
export const CONSOLE_CHANNEL: Channel = Object.freeze({ platform: 'console', id: 'console' });

const CONSOLE_USER = 'console';

/** A line as whoever sits at the machine asks it. */
export function consoleCommand(line: string, zone: string | null): IncomingCommand {
  return {
    channel: CONSOLE_CHANNEL,
    workspaceId: null,
    userId: CONSOLE_USER,
    input: { kind: 'line', line },
    rights: async () => ({ managesChannel: true, managesWorkspace: true, isOperator: true }),
    facts: async () => ({ zone, locale: null }),
  };
}

const LEAVING = new Set(['exit', 'quit']);
const CLOSED: SendOutcome = Object.freeze({
  kind: 'not-sent',
  reason: 'The console is not open.',
  retryAfterMs: 60_000,
});
const GONE: SendOutcome = Object.freeze({ kind: 'closed', reason: 'channel-gone' });

/** The bot in a terminal, or in a pipe. Whoever sits there may do everything. */
export function createConsoleAdapter(options: ConsoleOptions): ChatAdapter {
  const { isTerminal, hasColour, rootCommand, clock, zone = null, greeting = null } = options;
  const delivered = new Set<string>();
  let isOpen = false;
  let changedAt = clock.now();

  const screen = createScreen(options, () => {
    if (isOpen) options.onLeave?.();
    setOpen(false);
  });

  function setOpen(isNowOpen: boolean): void {
    isOpen = isNowOpen;
    changedAt = clock.now();
  }

  function render(message: Message): string {
    return renderMessage(message, {
      columns: options.columns(),
      hasColour,
      hasLinks: isTerminal,
    });
  }

  async function answer(typed: string, inbox: Inbox): Promise<string | null> {
    const line = withoutRoot(typed, rootCommand);
    if (line === '') return null;
    if (LEAVING.has(line.toLowerCase())) {
      screen.end();
      return null;
    }
    return render(await inbox.answer(consoleCommand(line, zone)));
  }

  return {
    platform: CONSOLE_CHANNEL.platform,
    capabilities: { canEdit: false, hasTypedOptions: false },
    async start(inbox) {
      setOpen(true);
      options.output.on('error', screen.end);
      if (greeting !== null) await screen.write(render(greeting));
      await screen.start((line) => answer(line, inbox));
    },
    async stop() {
      setOpen(false);
      await screen.stop();
    },
    /** Nothing to publish: completion and help read the list itself. */
    async publishCommands() {},
    async send(channel, message, { key }) {
      if (!isOpen) return CLOSED;
      if (!isMine(channel)) return GONE;
      if (delivered.has(key)) return { kind: 'sent' };
      delivered.add(key);
      const isWritten = await screen.write(render(message)).then(
        () => true,
        () => false,
      );
      if (!isWritten) delivered.delete(key);
      return isWritten ? { kind: 'sent' } : CLOSED;
    },
    health: () => ({
      platform: CONSOLE_CHANNEL.platform,
      state: isOpen ? 'connected' : 'down',
      since: changedAt,
      detail: null,
    }),
  };
}

function createScreen(options: ConsoleOptions, onEnd: () => void) {
  const { input, output, isTerminal, rootCommand, historyFile = null, complete = () => [[], ''] } = options;
  if (!isTerminal) return createPipeScreen({ input, output, onEnd });
  const prompt = `${styled(`${rootCommand} ›`, 'cyan', options)} `;
  return createPromptScreen({
    input,
    output,
    onEnd,
    prompt,
    historyFile,
    complete: (line) => spaced(complete(line)),
  });
}

/** An only candidate is finished: the next word follows. */
function spaced([candidates, replaced]: [string[], string]): [string[], string] {
  const [only] = candidates;
  const isFinished = candidates.length === 1 && only !== undefined && !only.endsWith(':');
  return [isFinished ? [`${only} `] : candidates, replaced];
}

/** The channel itself, or the direct messages of whoever sits there. */
function isMine({ id }: Channel): boolean {
  return id === CONSOLE_CHANNEL.id || id === `@${CONSOLE_USER}`;
}
