import { MessageFlags, type RawFile } from 'discord.js';
import type { DiscordPost } from '../render.ts';

/** A post as a request takes it. */
export interface PostRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: RawFile[];
}

/** Nobody is mentioned, whatever the text says; files of an earlier content of the post are gone. */
export function postRequest({ components, files }: DiscordPost, isPrivate = false): PostRequest {
  return {
    body: {
      flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
      components,
      attachments: files.map(({ name }, id) => ({ id, filename: name })),
      allowed_mentions: { parse: [], replied_user: false },
    },
    files: files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) })),
  };
}
