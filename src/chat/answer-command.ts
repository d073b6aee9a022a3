import type { KnownLanguage } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { Relationship } from '../domain/relationship.ts';
import { paragraph } from '../messages/blocks.ts';
import { wordsIn } from '../messages/words-in.ts';
import type { AdapterHealth, IncomingCommand, Rights } from '../ports/chat-adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Command } from '../ports/command.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import { checkAccess } from './check-access.ts';
import { explainFailure, outcomeOf } from './explain-failure.ts';
import type { Names } from './find-name.ts';
import { lineOf } from './line-of-input.ts';
import { commandOf, parseLine } from './parse-line.ts';
import { readerOf } from './reader-of.ts';

export interface AnswerPorts {
  readonly commands: readonly Command[];
  readonly store: Store;
  readonly relationship: Relationship;
  readonly names: Names;
  readonly clock: Clock;
  readonly fetcher: Fetcher;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Language and IANA zone of people of whom nothing better is known. */
  readonly language: KnownLanguage;
  readonly zone: string;
  /** Platform ids of the people who may run the commands of operators. */
  readonly operators: readonly string[];
  health(): readonly AdapterHealth[];
}

/** An answer that takes longer is announced. */
const PATIENCE_MS = 1_500;

/** Reads what was asked, checks access, runs the command. Whatever fails, the answer is a message. */
export async function answerCommand(
  incoming: IncomingCommand,
  ports: AnswerPorts,
  onSlow?: (note: Message) => void,
): Promise<Message> {
  let isAnswered = false;
  if (onSlow !== undefined) {
    void ports.clock.wait(PATIENCE_MS).then(() => {
      if (!isAnswered) onSlow({ blocks: [paragraph(wordsIn(ports.language).chat.working)] });
    });
  }
  const { line } = lineOf(incoming.input, ports.commands);
  const startedAt = ports.clock.now();
  const facts = factsOf(incoming, line, ports);
  const note = (outcome: string) => {
    const tookMs = ports.clock.now() - startedAt;
    ports.metrics.time('commandTime', { command: facts.command, outcome }, tookMs);
    return { ...facts, tookMs };
  };
  try {
    const message = await run(incoming, line, ports);
    ports.logger.info('command answered', note('answered'));
    return message;
  } catch (error) {
    const words = wordsIn(ports.language).chat;
    return explainFailure(error, note(outcomeOf(error)), { logger: ports.logger, words });
  } finally {
    isAnswered = true;
  }
}

/** What the log may say of a command: nothing that somebody wrote. */
function factsOf({ channel }: IncomingCommand, line: string, { commands }: AnswerPorts) {
  const command = commandOf(line, commands)?.name ?? 'unknown';
  return { command, platform: channel.platform, channel: channel.id };
}

async function run(incoming: IncomingCommand, asked: string, ports: AnswerPorts): Promise<Message> {
  const { commands, store, relationship, clock, fetcher, health } = ports;
  const { channel, workspaceId, userId } = incoming;
  const now = clock.now();
  const reader = await readerOf(incoming, ports);
  const { chat: words, languages: languageNames } = wordsIn(reader.language);
  const reading = { commands, names: ports.names, words, languageNames, now, zone: reader.zone };
  const { command, options, page, line } = parseLine(asked, reading);
  const rights = rightsOf(incoming, ports.operators);
  await checkAccess(command, rights, words);
  return command.run(options, {
    ...{ commands, store, relationship, clock, fetcher, now, channel, workspaceId, userId, page, line },
    ...{ ...reader, rights, health },
  });
}

/** Asked of the platform once at most; the settings add who is an operator. */
function rightsOf({ userId, rights }: IncomingCommand, operators: readonly string[]): () => Promise<Rights> {
  let asked: Promise<Rights> | null = null;
  return async () => {
    asked ??= rights();
    const found = await asked;
    return { ...found, isOperator: found.isOperator || operators.includes(userId) };
  };
}
