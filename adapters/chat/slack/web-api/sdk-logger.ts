import { LogLevel } from '@slack/bolt';
import type { Logger } from '../../../../src/ports/logger.ts';

/** Longest thing that the SDK may say in a log line. */
const LONGEST = 300;

/** What the SDK takes as its logger; it says too much, and too much of it in detail, to keep less than warnings. */
export function sdkLogger(logger: Logger) {
  const say = (said: readonly unknown[]) => {
    const text = said.map((each) => (each instanceof Error ? each.message : String(each))).join(' ');
    logger.warn('slack sdk', { said: withoutSecrets(text).slice(0, LONGEST) });
  };
  return {
    debug() {},
    info() {},
    warn: (...said: unknown[]) => say(said),
    error: (...said: unknown[]) => say(said),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

/** Tokens, and the addresses that let whoever knows them write or listen. */
function withoutSecrets(text: string): string {
  return text.replace(/\bx(?:ox[a-z]|app)-[\w-]+|\b(?:wss?|https?):\/\/\S+/g, '…');
}
