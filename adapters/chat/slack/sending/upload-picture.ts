import { z } from 'zod';
import type { SlackPost } from '../render.ts';
import { CALL_TIMEOUT_MS, type Called, type CallSlack } from '../web-api/call-slack.ts';

export type Picture = SlackPost['files'][number];

/** Where pictures go: a conversation, or a thread in it. */
export interface PicturePlace {
  readonly token: string;
  readonly conversationId: string;
  readonly threadTs: string | null;
}

const LONGEST_DESCRIPTION = 1_000;

const placeSchema = z.object({ upload_url: z.string(), file_id: z.string() });
const threadSchema = z.object({
  messages: z.array(z.object({ files: z.array(z.object({ name: z.string().nullish() })).optional() })),
});

/** Uploads a picture with its description and shows it there. Slack's word is `alt_txt`; the SDK's own upload misspells it. */
export async function uploadPicture(
  picture: Picture,
  { token, conversationId, threadTs }: PicturePlace,
  callSlack: CallSlack,
): Promise<Called<unknown>> {
  const bytes = Buffer.from(picture.base64, 'base64');
  const asked = await callSlack({
    token,
    method: 'files.getUploadURLExternal',
    fields: { filename: picture.name, length: bytes.length, alt_txt: described(picture.alt) },
    schema: placeSchema,
  });
  if (asked.kind !== 'done') return asked;
  const sent = await sendBytes(asked.value.upload_url, bytes);
  if (sent.kind !== 'done') return sent;
  const fields = {
    files: [{ id: asked.value.file_id, title: picture.name }],
    channel_id: conversationId,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
  };
  return callSlack({ token, method: 'files.completeUploadExternal', fields, schema: z.unknown() });
}

/** The names of the pictures that are in a thread already. Where the bot may not read, it finds none. */
export async function picturesIn(
  { token, conversationId: channel, threadTs: ts }: PicturePlace,
  callSlack: CallSlack,
): Promise<Called<ReadonlySet<string>>> {
  const fields = { channel, ts, limit: 200 };
  const called = await callSlack({ token, method: 'conversations.replies', fields, schema: threadSchema });
  if (called.kind === 'refused') return { kind: 'done', value: new Set() };
  if (called.kind !== 'done') return called;
  const names = called.value.messages.flatMap(({ files = [] }) => files.flatMap(({ name }) => name ?? []));
  return { kind: 'done', value: new Set(names) };
}

async function sendBytes(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<Called<null>> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: bytes,
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    await answer.arrayBuffer();
    return answer.ok
      ? { kind: 'done', value: null }
      : { kind: 'unsure', problem: `the upload was answered with status ${answer.status}` };
  } catch (error) {
    return { kind: 'unsure', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Slack refuses longer ones. */
function described(alt: string): string {
  return alt.length <= LONGEST_DESCRIPTION ? alt : `${alt.slice(0, LONGEST_DESCRIPTION - 1).toWellFormed()}…`;
}
