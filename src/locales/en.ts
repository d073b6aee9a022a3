import { chat } from './en/chat.ts';
import { digests } from './en/digests.ts';
import { reading } from './en/reading.ts';
import { running } from './en/running.ts';
import { terms } from './en/terms.ts';

/** Every word a user reads, in English; a section a command or block. */
export const en = { ...terms, ...reading, ...digests, ...running, ...chat };
