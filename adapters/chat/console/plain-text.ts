import type { Message } from '../../../src/domain/message.ts';
import { renderMessage } from './render.ts';

/** A message without colours and links, for pipes and files. Without `columns` lines are not wrapped. */
export function plainText(message: Message, columns = Number.POSITIVE_INFINITY): string {
  return renderMessage(message, { columns, hasColour: false, hasLinks: false });
}
