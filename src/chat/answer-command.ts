import type { KnownLanguage } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import type { Relationship } from '../domain/relationship.ts';
import { TemporaryError, UserError } from '../errors.ts';
import { paragraph } from '../messages/blocks.ts';
import { wordsIn } from '../messages/words-in.ts';
import type { Inbox, IncomingCommand } from '../ports/chat-adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Command } from '../ports/command.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import { checkAccess } from './check-access.ts';
import { namesOf } from './find-name.ts';
import { type LineReading, parseLine } from './parse-line.ts';
import { showDelay } from './show-delay.ts';

export interface InboxPorts {
  readonly commands: readonly Command[];
  readonly store: Store;
  readonly relationship: Relationship;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly language: KnownLanguage;
  /** IANA zone of people whose own the platform does not know. */
  readonly zone: string;
}

/** Reads a line, checks access, runs the command. Whatever fails, the answer is a message. */
export function createInbox(ports: InboxPorts): Inbox {
  const reading = {
    commands: ports.commands,
    names: namesOf(ports.relationship),
    words: wordsIn(ports.language).chat,
  };
  return {
    async answer(incoming) {
      const now = ports.clock.now();
      try {
        return await run(incoming, { ...reading, now, zone: incoming.zone ?? ports.zone }, ports);
      } catch (error) {
        return explain(error, incoming, ports);
      }
    },
  };
}

async function run(incoming: IncomingCommand, reading: LineReading, ports: InboxPorts): Promise<Message> {
  const { command, options, page, line } = parseLine(incoming.line, reading);
  checkAccess(command, incoming, reading.words);
  const { commands, store, relationship, clock, language } = ports;
  const { now, zone } = reading;
  const { channel, userId } = incoming;
  const message = await command.run(options, {
    ...{ commands, store, relationship, clock, language, now, zone, channel, userId, page, line },
  });
  const facts = { command: command.name, page, platform: channel.platform, tookMs: clock.now() - now };
  ports.logger.info('command answered', facts);
  return message;
}

function explain(
  error: unknown,
  { channel, line }: IncomingCommand,
  { logger, language }: InboxPorts,
): Message {
  const words = wordsIn(language).chat;
  const facts = { platform: channel.platform, line };
  if (error instanceof UserError) {
    logger.info('command refused', { ...facts, reason: error.message });
    return { blocks: [paragraph(error.message)] };
  }
  if (error instanceof TemporaryError) {
    logger.warn('command postponed', { ...facts, reason: error.message, retryAfterMs: error.retryAfterMs });
    return { blocks: [paragraph(words.tryAgain(error.message, showDelay(error.retryAfterMs, words)))] };
  }
  const id = crypto.randomUUID().slice(0, 8);
  logger.error('command failed', error, { ...facts, id });
  return { blocks: [paragraph(words.wentWrong(id))] };
}
