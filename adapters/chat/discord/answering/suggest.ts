import type { Completion, Inbox, Suggestion } from '../../../../src/ports/chat-adapter.ts';
import type { Logger } from '../../../../src/ports/logger.ts';
import type { Patience } from '../patience.ts';

const MOST_CHOICES = 25;
const LONGEST = 100;

export interface SuggestPorts {
  readonly inbox: Pick<Inbox, 'complete'>;
  readonly patience: Pick<Patience, 'completeTimeoutMs'>;
  readonly logger: Logger;
}

/** Choices for an option that is being filled in, as Discord takes them; none when they fail or take too long. */
export async function suggest(completion: Completion, ports: SuggestPorts) {
  const suggestions = await inTime(completion, ports).catch((error: unknown) => {
    ports.logger.error('discord completion failed', error, { option: completion.option });
    return [];
  });
  return suggestions
    .filter(({ label, value }) => label !== '' && value !== '' && value.length <= LONGEST)
    .slice(0, MOST_CHOICES)
    .map(({ label, value }) => ({ name: cut(label), value }));
}

async function inTime(
  completion: Completion,
  { inbox, patience }: SuggestPorts,
): Promise<readonly Suggestion[]> {
  const late = Promise.withResolvers<readonly Suggestion[]>();
  const timer = setTimeout(() => late.resolve([]), patience.completeTimeoutMs);
  return Promise.race([inbox.complete(completion), late.promise]).finally(() => clearTimeout(timer));
}

function cut(label: string): string {
  return label.length <= LONGEST ? label : `${label.slice(0, LONGEST - 1).trimEnd()}…`;
}
