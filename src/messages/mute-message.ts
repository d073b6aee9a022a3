import type { Message } from '../domain/message.ts';
import type { Mute } from '../domain/subscription.ts';
import { actions, entries, heading, paragraph } from './blocks.ts';
import { text } from './inline.ts';
import { entry } from './item-actions.ts';
import type { Reader } from './reader.ts';
import { wordsIn } from './words-in.ts';

interface Muted {
  readonly mute: Mute;
  readonly name: string;
}

type MuteReader = Pick<Reader, 'language'>;

/** What is muted in a channel, each with a button that ends it. */
export function mutesMessage(mutes: readonly Muted[], reader: MuteReader): Message {
  const words = wordsIn(reader.language).mute;
  if (mutes.length === 0) return { blocks: [paragraph(words.none)] };
  const rows = mutes.map((muted) => entry([text(mutedWords(muted, reader))], [unmute(muted, reader)]));
  return { blocks: [heading(words.heading), entries(rows)] };
}

export function mutedMessage(muted: Muted, isNew: boolean, reader: MuteReader): Message {
  const words = wordsIn(reader.language).mute;
  const said = isNew ? words.done : words.already;
  return { blocks: [paragraph(said(mutedWords(muted, reader))), actions([unmute(muted, reader)])] };
}

export function unmutedMessage(muted: Muted, wasMuted: boolean, reader: MuteReader): Message {
  const words = wordsIn(reader.language).mute;
  const said = wasMuted ? words.off : words.wasNot;
  return { blocks: [paragraph(said(mutedWords(muted, reader)))] };
}

/** `topic: Defence`. */
function mutedWords({ mute, name }: Muted, { language }: MuteReader): string {
  const words = wordsIn(language).mute;
  return words.what(words.kinds[mute.kind], name);
}

function unmute({ mute }: Muted, { language }: MuteReader) {
  const id = /\s/.test(mute.id) ? `"${mute.id}"` : mute.id;
  return { label: wordsIn(language).mute.unmute, command: `mute ${mute.kind} ${id} off:yes` };
}
