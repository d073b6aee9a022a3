import type { Message } from '../domain/message.ts';
import { TemporaryError, UserError } from '../errors.ts';
import type { Words } from '../locales/words.ts';
import { paragraph } from '../messages/blocks.ts';
import type { LogFacts, Logger } from '../ports/logger.ts';
import { showDelay } from './show-delay.ts';

/** How a command that failed is counted. */
export function outcomeOf(error: unknown): 'refused' | 'postponed' | 'failed' {
  if (error instanceof UserError) return 'refused';
  return error instanceof TemporaryError ? 'postponed' : 'failed';
}

/** What the person reads when a command fails: one sentence, with an id where only the log can tell more. */
export function explainFailure(
  error: unknown,
  facts: LogFacts,
  { logger, words }: { logger: Logger; words: Words['chat'] },
): Message {
  if (error instanceof UserError) {
    // The sentence may quote what the person wrote, so it stays out of the log.
    logger.info('command refused', facts);
    return said(error.message);
  }
  if (error instanceof TemporaryError) {
    logger.warn('command postponed', { ...facts, reason: error.message, retryAfterMs: error.retryAfterMs });
    return said(words.tryAgain(error.message, showDelay(error.retryAfterMs, words)));
  }
  const id = crypto.randomUUID().slice(0, 8);
  logger.error('command failed', error, { ...facts, id });
  return said(words.wentWrong(id));
}

function said(words: string): Message {
  return { blocks: [paragraph(words)] };
}
