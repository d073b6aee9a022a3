import type { Readable, Writable } from 'node:stream';
import type { Message } from '../../../src/domain/message.ts';
import type { Channel } from '../../../src/domain/subscription.ts';
import type { ChatAdapter, Inbox, SendOutcome } from '../../../src/ports/chat-adapter.ts';
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

const LEAVING = new Set(['exit', 'quit']);
const CLOSED: SendOutcome = Object.freeze({
  kind: 'not-sent',
  reason: 'The console is not open.',
  retryAfterMs: 60_000,
});

/** The bot in a terminal, or in a pipe. Whoever sits there may do everything. */
export function createConsoleAdapter(options: ConsoleOptions): ChatAdapter {
  const { isTerminal, hasColour, rootCommand, zone = null, greeting = null } = options;
  const delivered = new Set<string>();
  let isOpen = false;

  const screen = createScreen(options, () => {
    if (isOpen) options.onLeave?.();
    isOpen = false;
  });

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
    const person = { channel: CONSOLE_CHANNEL, userId: 'console', isManager: true, isOperator: true, zone };
    return render(await inbox.answer({ ...person, line }));
  }

  return {
    platform: CONSOLE_CHANNEL.platform,
    capabilities: { canEdit: false, hasTypedOptions: false },
    async start(inbox) {
      isOpen = true;
      options.output.on('error', screen.end);
      if (greeting !== null) await screen.write(render(greeting));
      await screen.start((line) => answer(line, inbox));
    },
    async stop() {
      isOpen = false;
      await screen.stop();
    },
    /** Nothing to publish: completion and help read the list itself. */
    async publishCommands() {},
    async send(channel, message, deliveryKey) {
      if (channel.id !== CONSOLE_CHANNEL.id) return noSuchChannel(channel);
      if (!isOpen) return CLOSED;
      if (delivered.has(deliveryKey)) return { kind: 'sent' };
      delivered.add(deliveryKey);
      const isWritten = await screen.write(render(message)).then(
        () => true,
        () => false,
      );
      if (!isWritten) delivered.delete(deliveryKey);
      return isWritten ? { kind: 'sent' } : CLOSED;
    },
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

function noSuchChannel({ id }: Channel): SendOutcome {
  return { kind: 'not-sent', reason: `The console has no channel "${id}".`, retryAfterMs: null };
}
